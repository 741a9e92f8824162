import Glibc

/// A row of a sparse matrix.
struct SparseRow: Sendable {
  var columns: [Int32] = []
  var values: [Double] = []
}

/// L2-regularised logistic regression, fitted with L-BFGS (Nocedal 1980). No chance in it: the same rows give the same
/// weights.
///
/// Minimises `sum of cost * log(1 + exp(-y * score)) + penalty / 2 * |weights|^2`; the bias is not penalised.
struct LogisticRegression {
  let rows: [SparseRow]
  /// Whether each row carries the label.
  let targets: [Bool]
  /// What an error on each row costs.
  let costs: [Double]
  let columns: Int
  /// Weak enough for a finding of the engine to outweigh the bias of a rare label after ten examples.
  var penalty = 0.1

  private static let mostSteps = 80
  private static let tolerance = 1e-4

  /// Weights by column; the last one is the bias.
  func fit() -> [Double] {
    var weights = Array(repeating: 0.0, count: columns + 1)
    var gradient = weights
    var loss = evaluate(weights, &gradient)
    var memory = CurvatureMemory()
    for _ in 0..<Self.mostSteps where norm(gradient) > Self.tolerance {
      let direction = memory.direction(gradient)
      guard let step = search(weights, gradient, loss, direction) else { break }
      memory.add(difference(step.weights, weights), difference(step.gradient, gradient))
      (weights, gradient, loss) = (step.weights, step.gradient, step.loss)
    }
    return weights
  }

  /// Loss at `weights`; fills in its gradient.
  private func evaluate(_ weights: [Double], _ gradient: inout [Double]) -> Double {
    var loss = 0.0
    for column in 0..<columns {
      gradient[column] = penalty * weights[column]
      loss += penalty / 2 * weights[column] * weights[column]
    }
    gradient[columns] = 0
    for (index, row) in rows.enumerated() {
      var score = weights[columns]
      for (column, value) in zip(row.columns, row.values) { score += weights[Int(column)] * value }
      let sign = targets[index] ? 1.0 : -1.0
      let margin = sign * score
      // log(1 + exp(-margin)) without overflow.
      loss += costs[index] * (max(0, -margin) + log1p(exp(-abs(margin))))
      let slope = -sign * costs[index] / (1 + exp(margin))
      for (column, value) in zip(row.columns, row.values) { gradient[Int(column)] += slope * value }
      gradient[columns] += slope
    }
    return loss
  }

  private struct Step {
    var weights: [Double]
    var gradient: [Double]
    var loss: Double
  }

  /// Backtracks until the loss falls enough (Armijo).
  private func search(_ weights: [Double], _ gradient: [Double], _ loss: Double, _ direction: [Double]) -> Step? {
    let slope = dot(gradient, direction)
    guard slope < 0 else { return nil }
    var length = 1.0
    var next = Step(weights: weights, gradient: gradient, loss: loss)
    for _ in 0..<30 {
      for index in weights.indices { next.weights[index] = weights[index] + length * direction[index] }
      next.loss = evaluate(next.weights, &next.gradient)
      if next.loss <= loss + 1e-4 * length * slope { return next }
      length /= 2
    }
    return nil
  }
}

/// What the last steps told of the curvature.
private struct CurvatureMemory {
  private var pairs: [(step: [Double], change: [Double], scale: Double)] = []
  private static let kept = 8

  mutating func add(_ step: [Double], _ change: [Double]) {
    let product = dot(step, change)
    guard product > 1e-12 else { return }
    pairs.append((step, change, 1 / product))
    if pairs.count > Self.kept { pairs.removeFirst() }
  }

  /// The two-loop recursion; without memory a short step downhill.
  func direction(_ gradient: [Double]) -> [Double] {
    var direction = gradient.map { -$0 }
    var factors: [Double] = []
    for pair in pairs.reversed() {
      let factor = pair.scale * dot(pair.step, direction)
      factors.append(factor)
      for index in direction.indices { direction[index] -= factor * pair.change[index] }
    }
    let first = 1 / max(1, norm(gradient))
    let scale = pairs.last.map { 1 / ($0.scale * dot($0.change, $0.change)) } ?? first
    for index in direction.indices { direction[index] *= scale }
    for (pair, factor) in zip(pairs, factors.reversed()) {
      let back = pair.scale * dot(pair.change, direction)
      for index in direction.indices { direction[index] += (factor - back) * pair.step[index] }
    }
    return direction
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for index in a.indices { sum += a[index] * b[index] }
  return sum
}

private func norm(_ a: [Double]) -> Double { dot(a, a).squareRoot() }

private func difference(_ a: [Double], _ b: [Double]) -> [Double] {
  var result = a
  for index in a.indices { result[index] -= b[index] }
  return result
}
