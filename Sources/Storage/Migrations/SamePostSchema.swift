/// Posts that two exports name differently: the one without an id points at the one with it.
enum SamePostSchema {
  static let statements = [
    """
    -- Derived, like the attributes of a post: worked out anew for an account whenever an import comes or goes.
    ALTER TABLE post ADD COLUMN same_as INTEGER REFERENCES post ON DELETE SET NULL;
    CREATE INDEX post_by_same ON post (same_as) WHERE same_as IS NOT NULL;
    """
  ]
}
