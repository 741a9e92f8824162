/// Every page, one line each. A test walks the list with every role.
package enum AllPages {
  package static let list: [Page] = [
    HealthPage.page, StylePage.page,
    EntrancePage.page, LinkPage.page, SignInPage.page, SignOutPage.page, LanguagePage.page,
    PassphrasePage.page, EnrolPage.page, SaveEnrolmentPage.page, AccountPage.page, EndSessionPage.page,
    ChangePassphrasePage.page, UsersPage.page, AddUserPage.page, UserPage.page, LinkUserPage.page, ResetUserPage.page,
    ChangeUserPage.page, RemoveUserPage.page,
    OwnPage.page, MakeOwnReportPage.page, OwnReportPage.page, OwnTalksPage.page, ObjectPage.page, OwnSharesPage.page,
    StopPage.page, ObjectionsPage.page, SettleObjectionPage.page, OwnPackagesPage.page, OwnPackagePage.page,
    OverviewPage.page, UploadPage.page, ReceiveUploadPage.page, JobPage.page,
    ImportsPage.page, ImportPage.page, UndoImportPage.page,
    MissingPage.page, CreatorsPage.page, SaveCreatorPage.page,
    ReportsPage.page, MakeReportPage.page, OpenReportPage.page, OpenReportFilePage.page, ActivityPage.page,
    SearchPage.page, PostsPage.page, PostPage.page, OwnPostsPage.page, OwnPostPage.page, ThemesPage.page,
    ThemePage.page,
    ApprovalPage.page, ApprovalMonthPage.page, ApproveMonthPage.page, PackagesPage.page, MakePackagePage.page,
    PackageFilePage.page,
    HeldPage.page, HeldFilePage.page, HeldPicturePage.page, HeldOwnerPage.page, HeldColumnsPage.page, HeldDonePage.page,
    FiguresPage.page, SaveFiguresPage.page, CardsPage.page, SaveCardPage.page,
  ]
}
