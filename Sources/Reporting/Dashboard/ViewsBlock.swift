import Drawing
import Figures
import Records

/// Views and watch hours by month and platform.
struct ViewsBlock: DashboardBlock {
  let context: ReportContext

  func html() -> HTML {
    SectionView.html(id: "views", context.words["views.title"], lead: context.words["views.lead"]) {
      HTML(.div, .class("charts")) {
        context.platforms().map { MetricChart(context: context, metric: .views, platform: $0).html() }
        MetricChart(context: context, metric: .watchHours, platform: .youtube).html()
        MetricChart(context: context, metric: .subscribersNet, platform: .youtube).html()
      }
    }
  }
}
