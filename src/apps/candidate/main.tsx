import '../../ui/older-browsers.ts'
import { h, render } from 'preact'
import { diceOf } from '../../kernel/dice.ts'
import { markDocument } from '../../ui/words.ts'
import { App } from './app.tsx'
import { httpExamServer } from './ports/exam-server.ts'
import { createExam } from './engine/exam.ts'
import { siteServers } from './engine/site/site-servers.ts'
import { openFormFile } from './ports/form-file.ts'
import { browserMachine } from './ports/machine.ts'
import { browserShell } from './ports/shell.ts'
import { openLocalLog } from './ports/local-log.ts'
import { sebBrowser } from './ports/seb-browser.ts'
import { takeTabLease } from './ports/tab-lease.ts'
import { newUuid, tabMemory } from './ports/tab-memory.ts'
import { browserTime } from './ports/time.ts'

const memory = tabMemory(globalThis.sessionStorage)
takeTokenFromAddress()
const exam = createExam({
  server: siteServers(httpExamServer, browserTime, location.origin),
  memory,
  machine: browserMachine(),
  openForm: openFormFile,
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

// a new build takes over at the door, never under somebody's hands
const shell = browserShell()
let shown = ''
exam.subscribe(() => {
  const { kind } = exam.state().phase
  if (kind === 'sign-in' && shown !== kind) shell.freeToChange()
  shown = kind
})

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
