import Records

extension ProgrammeData {
  /// Some authors' part of the tallies. Corrections and imports, which only staff may see, are left out.
  func part(of codes: Set<String>) -> ProgrammeData {
    let accounts = accounts.filter { codes.contains($0.creator) }
    let ids = Set(accounts.map(\.id))
    var part = ProgrammeData(
      months: months, creators: creators.filter { codes.contains($0.code) }, accounts: accounts,
      metrics: metrics.filter { ids.contains($0.account) },
      talks: talks.filter { ids.contains($0.account) },
      themes: themes.filter { ids.contains($0.account) },
      comments: comments.filter { ids.contains($0.account) },
      watched: watched.filter { ids.contains($0.account) },
      handFigures: handFigures.filter { codes.contains($0.creator) },
      declared: declared.filter { ids.contains($0.account) })
    part.answerMoments = answerMoments.filter { ids.contains($0.account) }
    part.codingMeasures = codingMeasures
    return part
  }

  /// The part of the authors who agreed to share something with readers outside the house.
  func shared(_ subject: ConsentSubject) -> ProgrammeData {
    part(of: Set(creators.filter { $0.sharedWithDonors.contains(subject) }.map(\.code)))
  }
}
