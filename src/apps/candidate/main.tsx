import { h, render } from 'preact'
import { diceOf } from '../../kernel/dice.ts'
import { markDocument } from '../../ui/words.ts'
import { App } from './app.tsx'
import { httpExamServer } from './ports/exam-server.ts'
import { createExam } from './engine/exam.ts'
import { openLocalLog } from './ports/local-log.ts'
import { sebBrowser } from './ports/seb-browser.ts'
import { takeTabLease } from './ports/tab-lease.ts'
import { newUuid, tabMemory } from './ports/tab-memory.ts'
import { browserTime } from './ports/time.ts'

const memory = tabMemory(globalThis.sessionStorage)
takeTokenFromAddress()
const exam = createExam({
  server: httpExamServer(),
  memory,
  seb: sebBrowser,
  openLog: openLocalLog,
  takeLease: takeTabLease,
  time: browserTime,
  dice: diceOf(newUuid()),
  newRef: newUuid,
})

// the last chance before the page goes away; on a phone `pagehide` may never come
addEventListener('pagehide', () => exam.flush(true))
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && exam.flush(true))
addEventListener('online', () => exam.flush(false))

markDocument()
render(h(App as never, { exam }), document.getElementById('root') as HTMLElement)
void exam.open()

/** A portal that has identified the person hands the token over in the fragment, which no server and no log sees. */
function takeTokenFromAddress(): void {
  const token = /^#t=([\w.-]+)$/.exec(location.hash)?.[1]
  if (token === undefined) return
  memory.set('token', token)
  history.replaceState(null, '', location.pathname)
}
