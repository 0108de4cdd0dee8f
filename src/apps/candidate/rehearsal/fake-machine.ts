import { diceOf } from '../../../kernel/dice.ts'
import { type Exam, createExam } from '../engine/exam.ts'
import { siteServers } from '../engine/site/site-servers.ts'
import { type LocalLog, memoryLog } from '../ports/local-log.ts'
import type { SebBrowser } from '../ports/seb-browser.ts'
import type { TabLease } from '../ports/tab-lease.ts'
import { type TabMemory, tabMemory } from '../ports/tab-memory.ts'
import { openFakeForm } from './fake-form.ts'
import { type FakeHall, fakeServer } from './fake-server.ts'

/** A machine in the hall: what survives a reload of its page, and a way to open one. */
export type FakeMachine = {
  readonly memory: TabMemory
  log: LocalLog
  lease: TabLease
  seb: SebBrowser
  open(): Promise<Exam>
  /** Closes every page that is open: nothing of them runs any more. */
  close(): void
}

export function fakeMachine(hall: FakeHall): FakeMachine {
  const pages = new Set<{ closed: boolean }>()
  const machine: FakeMachine = {
    memory: tabMemory(undefined),
    lease: 'held',
    seb: { hashes: async () => ({ configKey: null, browserExamKey: null }), page: () => null, go: () => undefined },
    log: { ...memoryLog(), durable: true },
    close() {
      for (const page of pages) page.closed = true
    },
    async open() {
      const page = { closed: false }
      pages.add(page)
      const time = { ...hall.time, after: (ms: number, run: () => void) => hall.time.after(ms, () => page.closed || run()) }
      const exam = createExam({
        server: siteServers(origin => fakeServer(origin === '' ? hall : (hall.peer ?? hall)), time, hall.address),
        machine: { battery: async () => ({ percent: 80, charging: false }), focusLost: () => 0 },
        openForm: async (bytes, packageId, key) => openFakeForm(bytes, packageId, key),
        memory: machine.memory,
        time,
        dice: diceOf('seed'),
        newRef: () => 'ref-1',
        seb: machine.seb,
        openLog: async () => machine.log,
        takeLease: async () => machine.lease,
      })
      await exam.open()
      return exam
    },
  }
  return machine
}
