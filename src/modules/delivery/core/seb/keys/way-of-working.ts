import type { SebSettings } from '../settings.ts'

/** The key of the password (as a hash) that opens the settings of the browser. */
export const SETTINGS_PASSWORD = 'hashedAdminPassword'

/** Everything that does not depend on the sitting: nothing but the exam client can be reached, nothing can be carried in or out. */
export const WAY_OF_WORKING: SebSettings = {
  sebConfigPurpose: 0,
  sendBrowserExamKey: true,
  browserWindowWebView: 3,
  browserViewMode: 1,
  allowQuit: true,
  quitURLConfirm: true,
  ignoreExitKeys: true,
  allowBrowsingBackForward: false,
  allowDictionaryLookup: false,
  allowDownUploads: true,
  allowPrint: false,
  allowScreenSharing: false,
  allowSiri: false,
  allowSpellCheck: false,
  allowSwitchToApplications: false,
  allowUserSwitching: false,
  allowVirtualMachine: false,
  browserWindowAllowReload: true,
  showReloadWarning: true,
  enablePrintScreen: false,
  enablePrivateClipboard: true,
  enableRightMouse: false,
  enableZoomPage: true,
  newBrowserWindowByLinkPolicy: 0,
  newBrowserWindowByScriptPolicy: 0,
  removeBrowserProfile: false,
  restartExamUseStartURL: true,
  restartExamPasswordProtected: true,
  showInputLanguage: true,
  showReloadButton: true,
  showTaskBar: true,
  showTime: true,
  URLFilterEnable: true,
  URLFilterEnableContentFilter: false,
}
