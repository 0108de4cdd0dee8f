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
export type FakeMachine = { readonly memory: TabMemory; log: LocalLog; lease: TabLease; seb: SebBrowser; open(): Promise<Exam> }

export function fakeMachine(hall: FakeHall): FakeMachine {
  const machine: FakeMachine = {
    memory: tabMemory(undefined),
    lease: 'held',
    seb: { hashes: async () => ({ configKey: null, browserExamKey: null }), page: () => null, go: () => undefined },
    log: { ...memoryLog(), durable: true },
    async open() {
      const exam = createExam({
        server: siteServers(origin => fakeServer(origin === '' ? hall : (hall.peer ?? hall)), hall.time),
        machine: { battery: async () => ({ percent: 80, charging: false }), focusLost: () => 0 },
        openForm: async (bytes, packageId, key) => openFakeForm(bytes, packageId, key),
        memory: machine.memory,
        time: hall.time,
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
