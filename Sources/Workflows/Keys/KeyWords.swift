import Protection

extension KeyPurpose {
  /// Whether a new key may take the place of a lost one: nothing that the archive holds is lost with it.
  var isRenewable: Bool {
    switch self {
    case .author, .site: true
    case .text, .identity, .registry: false
    }
  }
}

/// What each key is for and what goes with it, in words for staff.
enum KeyWords {
  static func meaning(_ purpose: KeyPurpose) -> String {
    switch purpose {
    case .text: "opens the words of comments"
    case .identity: "finds a comment again in later exports"
    case .registry: "opens creators' names and the names of imported files"
    case .site: "opens the secrets of one-time codes, with which the team signs in to the desk"
    case .author(let quarter): "tells apart who commented first in \(quarter)"
    }
  }

  static func lost(_ purpose: KeyPurpose) -> String {
    switch purpose {
    case .text: "the words of all comments taken in so far; what was read from them stays counted"
    case .identity: "finding again comments taken in so far: posts with comments are closed for older ones"
    case .registry: "names, handles and contacts of creators, and the names of imported files; codes stay"
    case .site: "signing in to the desk with one-time codes: recovery codes stay, 'minbar users reset' makes new ones"
    case .author(let quarter):
      "linking pseudonyms of \(quarter) to people: nobody can work out any more who stands behind one"
    }
  }

  static let kept = [
    "numbers, talks, themes and all counts of comments", "reports made before",
    "copies of keys and backups that lie elsewhere: destroy those too where that is meant",
  ]
}
