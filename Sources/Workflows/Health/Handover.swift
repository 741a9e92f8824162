/// A step of the checklist for when somebody leaves.
package struct HandoverStep: Sendable, Codable, Hashable {
  package let what: String
  /// The command that does it, where there is one.
  package let command: String?
}

extension Places {
  /// What to do when somebody leaves who worked with this Minbar, in order.
  package var handover: [HandoverStep] {
    let steps: [(String, String?)] = [
      ("Look everything over and mend what is marked BAD", "minbar doctor"),
      ("Make a backup, checked, on a disk that stays with the programme", "minbar backup FILE"),
      (
        "Agree who keeps the sealed copy of the keys now, in another place than this machine; try it",
        "minbar key verify --keys COPY"
      ),
      ("Replace the keys of which the leaving person may have a copy", "minbar key rotate"),
      ("Make the backup and the sealed copy of the keys anew, and destroy the old ones", "minbar backup FILE"),
      ("Delete exports, reports and coding files from the person's Downloads, Telegram, Drive, mail and phone", nil),
      (
        "Take away the person's account on this machine, of the disk's passphrase, and of the mailboxes that get exports",
        nil
      ),
      ("Take the person's access to YouTube Studio and Meta Business Suite away, if the creators gave it", nil),
      ("Forget the codes that the person made as a coder, if they ask for it", "minbar coding forget --coder CODE"),
      ("Show the successor: where data lie (\(home)), where keys lie (\(keys)), and docs/emergency", nil),
      ("Let the successor take in one month and make one report alone, before the last day", "minbar report month"),
    ]
    return steps.map { HandoverStep(what: $0.0, command: $0.1) }
  }
}
