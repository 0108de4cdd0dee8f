/**
 * Safe Exam Browser quits when this page is opened (`quitURL` of its settings). Any other browser shows it, so it says what has been
 * reached and what to do.
 */
export const QUIT_PAGE =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>考试已结束 · 职衡</title><body style="font:18px/1.7 system-ui,sans-serif;background:#faf8f4;color:#1b2430;max-width:28em;margin:18vh auto 0;padding:0 24px"><h1 style="font-size:26px;margin:0 0 12px">考试已结束</h1><p style="margin:0 0 8px">试卷已交，作答已保存在考点服务器上。安全考试浏览器正在退出。</p><p style="margin:0;color:#4a5563">如果页面停留在这里，请不要操作，举手由监考员关闭浏览器后离场。</p></body></html>'
