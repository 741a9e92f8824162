import Foundation
package import Records

extension MonthKeyWord {
  /// How many times the share of talks that hold the word is that of the year before: 2 to the log ratio.
  package var timesAsMany: Double { exp2(logRatio) }
}
