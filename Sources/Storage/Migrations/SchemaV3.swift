/// Numbers are found by what they are about, their kind and their day, so that an import costs the same after five years.
enum SchemaV3 {
  static let statements = [
    "DROP INDEX observation_by_post",
    "CREATE INDEX observation_by_post ON observation (post, metric, scope, as_of) WHERE post IS NOT NULL",
    "CREATE INDEX observation_of_account ON observation (account, metric, scope, as_of) WHERE post IS NULL",
  ]
}
