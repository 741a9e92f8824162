import NIOCore
import NIOHTTPTypes

/// Tells the guard of a connection that the body which comes in is an upload of somebody who may hand files in.
enum UploadBegins {
  case now
}

/// Closes connections whose senders keep the desk waiting: bodies that do not end, uploads below the least rate, bodies that
/// go on behind their answer. Time during which the desk itself does not read is nobody's fault.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let limits: ConnectionLimits
  private let book: ConnectionBook
  private var watch = BodyWatch()
  private var isAsking = false
  private var alarm: Scheduled<Void>?

  init(_ limits: ConnectionLimits, book: ConnectionBook) {
    self.limits = limits
    self.book = book
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { book.add(context.channel) }
  }

  func channelActive(context: ChannelHandlerContext) {
    book.add(context.channel)
    context.fireChannelActive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { forget(context) }

  func channelInactive(context: ChannelHandlerContext) {
    forget(context)
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      watch.head()
      set(context, in: limits.body) { $0.bodyIsLate($1) }
    case .body(let bytes): watch.bytes(bytes.readableBytes)
    case .end:
      watch.end()
      silence()
      if !watch.isSettled { book.works(for: context.channel) }
    }
    context.fireChannelRead(data)
  }

  func read(context: ChannelHandlerContext) {
    isAsking = true
    context.read()
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    isAsking = false
    context.fireChannelReadComplete()
  }

  func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
    guard event is UploadBegins else { return context.triggerUserOutboundEvent(event, promise: promise) }
    watch.beginUpload()
    if watch.isUpload {
      book.works(for: context.channel)
      set(context, in: limits.window) { $0.windowEnds($1) }
    }
    promise?.succeed()
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data) {
      watch.answered()
      if watch.isAnsweredEarly { set(context, in: limits.linger) { $0.lingerEnds($1) } }
      if watch.isSettled { book.waits(for: context.channel) }
    }
    context.write(data, promise: promise)
  }

  private func bodyIsLate(_ context: ChannelHandlerContext) {
    if isAsking { return context.close(promise: nil) }
    set(context, in: limits.body) { $0.bodyIsLate($1) }
  }

  private func windowEnds(_ context: ChannelHandlerContext) {
    if isAsking, watch.windowBytes < limits.windowBytes { return context.close(promise: nil) }
    watch.beginWindow()
    set(context, in: limits.window) { $0.windowEnds($1) }
  }

  private func lingerEnds(_ context: ChannelHandlerContext) { context.close(promise: nil) }

  private func set(
    _ context: ChannelHandlerContext, in time: TimeAmount,
    _ action: @escaping (ConnectionGuard, ChannelHandlerContext) -> Void
  ) {
    silence()
    alarm = context.eventLoop.assumeIsolated().scheduleTask(in: time) { [self] in
      alarm = nil
      if context.channel.isActive { action(self, context) }
    }
  }

  private func silence() {
    alarm?.cancel()
    alarm = nil
  }

  private func forget(_ context: ChannelHandlerContext) {
    silence()
    book.remove(context.channel)
  }
}

@available(*, unavailable)
extension ConnectionGuard: Sendable {}
