/** How single saves are turned into groups. */
export type GroupRules<Save, Outcome> = {
  /** Saves a group in one durable step; outcomes stand in the order of the group. */
  readonly run: (group: readonly Save[]) => Promise<readonly Outcome[]>
  /** Groups of different lanes run beside each other; within a lane one is under way at a time. */
  readonly laneOf: (save: Save) => string
  /** Two saves with the same key never share a group. */
  readonly keyOf: (save: Save) => string
  readonly mostPerGroup: number
}
type Waiting<Save, Outcome> = { readonly save: Save; readonly done: (outcome: Outcome) => void; readonly failed: (error: unknown) => void }

/**
 * Group commit without a timer: while one group is on its way to the disk, whatever arrives waits and forms the next.
 * At low load each save goes at once; at high load one flush pays for many. A group that fails as a whole is run again one
 * save at a time, so that one bad save spoils only itself. Saves must be idempotent.
 */
export function groupCommit<Save, Outcome>(rules: GroupRules<Save, Outcome>): (save: Save) => Promise<Outcome> {
  const lanes = new Map<string, Waiting<Save, Outcome>[]>()

  async function drain(lane: string, queue: Waiting<Save, Outcome>[]): Promise<void> {
    while (queue.length > 0) await runGroup(takeGroup(queue, rules), rules.run)
    lanes.delete(lane)
  }

  return save =>
    new Promise((done, failed) => {
      const lane = rules.laneOf(save)
      const queue = lanes.get(lane)
      if (queue) return void queue.push({ save, done, failed })
      const fresh = [{ save, done, failed }]
      lanes.set(lane, fresh)
      void drain(lane, fresh)
    })
}

/** Takes from the queue, in order, what may share a group; the rest stays in order. */
function takeGroup<Save, Outcome>(queue: Waiting<Save, Outcome>[], rules: GroupRules<Save, Outcome>): Waiting<Save, Outcome>[] {
  const group: Waiting<Save, Outcome>[] = []
  const later: Waiting<Save, Outcome>[] = []
  const keys = new Set<string>()
  for (const waiting of queue) {
    const key = rules.keyOf(waiting.save)
    if (group.length >= rules.mostPerGroup || keys.has(key)) later.push(waiting)
    else {
      keys.add(key)
      group.push(waiting)
    }
  }
  queue.splice(0, queue.length, ...later)
  return group
}

async function runGroup<Save, Outcome>(group: readonly Waiting<Save, Outcome>[], run: GroupRules<Save, Outcome>['run']): Promise<void> {
  try {
    const outcomes = await run(group.map(waiting => waiting.save))
    if (outcomes.length !== group.length) throw new Error(`a group of ${group.length} gave ${outcomes.length} outcomes`)
    group.forEach((waiting, at) => waiting.done(outcomes[at] as Outcome))
  } catch (error) {
    if (group.length === 1) group[0]?.failed(error)
    else for (const waiting of group) await runGroup([waiting], run)
  }
}
