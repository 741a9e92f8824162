/// What kind of publication a post is, as far as an export tells.
package enum PostKind: String, Sendable, Hashable, CaseIterable {
  case video, short, live, reel, image, carousel, story, other
}
