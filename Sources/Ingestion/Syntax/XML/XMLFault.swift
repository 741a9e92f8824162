import CExpat
import Records

/// Why an XML document could not be read on.
package struct XMLFault: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// No well-formed XML.
    case broken
    /// The end of the file inside of the document.
    case truncated
    /// A document type, which could define entities.
    case documentType
    /// An encoding that is not known.
    case encoding
    case tooDeep
    case tooLarge

    init(_ error: XML_Error) {
      switch error {
      case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR, XML_ERROR_UNCLOSED_CDATA_SECTION:
        self = .truncated
      case XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING: self = .encoding
      case XML_ERROR_NO_MEMORY: self = .tooLarge
      default: self = .broken
      }
    }
  }

  package var kind: Kind
  /// From 1.
  package var line: Int
}

extension Problem {
  static func xml(_ fault: XMLFault) -> Problem {
    let (code, found) =
      switch fault.kind {
      case .broken: ("xml.broken", "a place that is no XML")
      case .truncated: ("xml.truncated", "the end of the file inside of an element")
      case .documentType: ("xml.document-type", "a document type, which may hide harm")
      case .encoding: ("xml.encoding", "an encoding that is not known")
      case .tooDeep: ("xml.too-deep", "more than \(XMLReader.depthLimit) levels")
      case .tooLarge: ("xml.too-large", "a text or tag of more than 1 MiB")
      }
    return Problem(
      code, .rowRefused, line: fault.line, found: found, expected: "plain XML",
      remedy: "What follows was not read: download or save the file again.")
  }
}
