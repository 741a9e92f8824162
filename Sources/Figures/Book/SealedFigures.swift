package import Records

/// The figures of a month that are frozen when it is prepared: all that dashboards and packages say of platforms, answers and
/// themes, over every channel.
extension FigureBook {
  package func sealedFigures(of month: Month) -> [SealedFigure] {
    Set(data.accounts.map(\.platform)).sorted().flatMap { platform -> [SealedFigure] in
      let selection = ChannelSelection(platform: platform)
      var figures = [
        Self.sealed("talks_published", platform, talksPublished(selection, in: month)),
        Self.sealed("views", platform, total(.views, selection, in: month)),
        Self.sealed("people_reached", platform, reach(selection, in: month)),
        Self.sealed("engagement_by_views", platform, engagement(selection, on: platform, in: month).pooled),
        Self.sealed("constructive_share", platform, responses(selection, languages: nil, in: month).constructive),
        SealedFigure(
          figure: "comments/\(platform.rawValue)", value: commentCount(selection, in: month).map(Double.init)),
      ]
      if platform == .youtube {
        figures.append(Self.sealed("watch_hours", platform, total(.watchHours, selection, in: month)))
        figures.append(Self.sealed("subscribers_net", platform, subscribersNet(selection, in: month)))
      }
      return figures
        + themeIDs.map { Self.sealed("theme_time." + $0, platform, themeShare($0, selection, in: month).promotes) }
    }.sorted { $0.figure < $1.figure }
  }

  private static func sealed(_ measure: String, _ platform: Platform, _ figure: Figure) -> SealedFigure {
    SealedFigure(
      figure: "\(measure)/\(platform.rawValue)", value: figure.value, low: figure.range?.lower,
      high: figure.range?.upper)
  }
}
