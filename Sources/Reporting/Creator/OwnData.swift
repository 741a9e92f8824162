import Records

/// One author's part of the tallies.
enum OwnData {
  static func of(_ creator: String, in data: ProgrammeData) -> ProgrammeData {
    let accounts = data.accounts.filter { $0.creator == creator }
    let ids = Set(accounts.map(\.id))
    return ProgrammeData(
      months: data.months, creators: data.creators.filter { $0.code == creator }, accounts: accounts,
      metrics: data.metrics.filter { ids.contains($0.account) },
      talks: data.talks.filter { ids.contains($0.account) },
      themes: data.themes.filter { ids.contains($0.account) },
      comments: data.comments.filter { ids.contains($0.account) })
  }
}
