/// Every route of the interface for programs, one line each. The router and the OpenAPI document are both made from this
/// list; a test walks it with every role.
package enum AllRoutes {
  package static let list: [APIRoute] = [
    DocumentRoute.route, AccountRoute.route,
    OverviewRoute.route, MonthsRoute.route, FiguresRoute.route, MissingRoute.route, CreatorsRoute.route,
    ImportsRoute.route, ImportRoute.route, HeldRoute.route, ReportsRoute.route, JobsRoute.route, JobRoute.route,
    OwnFiguresRoute.route, OwnTalksRoute.route, OwnSharesRoute.route,
    PackagesRoute.route, PackageRoute.route,
  ]
}
