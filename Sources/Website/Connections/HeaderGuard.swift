import Hummingbird
import HummingbirdCore
import NIOCore
import NIOHTTPTypes

/// Puts the security headers on answers that no page gave: what cannot be read as HTTP is refused before it reaches one.
final class HeaderGuard: ChannelOutboundHandler, RemovableChannelHandler, Sendable {
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let isPublic: Bool

  init(isPublic: Bool) { self.isPublic = isPublic }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .head(let head) = unwrapOutboundIn(data), head.headerFields[.contentSecurityPolicy] == nil else {
      return context.write(data, promise: promise)
    }
    var answer = Response(status: head.status, headers: head.headerFields)
    SecurityHeaders.add(to: &answer, isPublic: isPublic)
    context.write(wrapOutboundOut(.head(answer.head)), promise: promise)
  }
}
