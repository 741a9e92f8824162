internal import ICUBridge

/// Which ICU and Unicode the process runs on; part of an engine's fingerprint.
package enum ICUVersion {
  package static var icu: String { String(cString: minbar_icu_version()) }
  package static var unicode: String { String(cString: minbar_unicode_version()) }
}
