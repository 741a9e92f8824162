package import Hummingbird

/// The whole website as a router; tests ask it without a socket.
package func buildRouter(_ desk: Desk) -> Router<DeskContext> {
  let router = Router(context: DeskContext.self, options: .autoGenerateHeadEndpoints)
  router.add(middleware: Doorkeeper(desk: desk))
  for page in AllPages.list + AllRoutes.list.map(\.page) {
    router.on(RouterPath(page.path), method: page.method) { request, context in
      let visit = Visit(
        desk: desk, request: request, parameters: context.parameters, session: context.session,
        language: context.language, channel: context.channel)
      guard page.audience.admits(context.session) else { return try Refusal.answer(visit, page) }
      return try await page.answer(visit)
    }
  }
  return router
}
