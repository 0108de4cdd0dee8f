import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { listBlueprints, listRuns, showRun } from '../../../modules/assembly/contract.ts'
import { type HostedCentre, hostCentre } from '../centre/hosted-centre.ts'
import { openProgress } from '../season/report/progress.ts'
import { openWorld } from '../season/season.ts'
import { leaveBlueprints } from './blueprints.ts'

let centre: HostedCentre

before(async () => {
  centre = await hostCentre()
})
after(async () => {
  await centre.stop()
  rmSync(centre.dataFolder, { recursive: true, force: true })
})

test('the seed country has approved blueprints, a draft that waits, and a run with a form accepted and one to decide on', async () => {
  const world = await openWorld(
    { seed: 'blueprints' },
    centre.address,
    openProgress({ write: () => true }, () => performance.now()),
  )
  await leaveBlueprints(world)
  const [writer, approver] = await world.staff.holding('national-officer')
  assert.ok(writer && approver)
  const { blueprints } = await world.caller.must(approver, listBlueprints, { query: {} })
  assert.deepEqual(
    blueprints.map(({ newest, isUsable }) => [newest.place.level, newest.number, newest.state, newest.isMine, isUsable]),
    [
      ['L3', 2, 'draft', false, true],
      ['L4', 1, 'approved', false, true],
    ],
  )
  const { runs } = await world.caller.must(writer, listRuns, { query: {} })
  assert.deepEqual(
    runs.map(run => [run.place.level, run.state, run.isMine]),
    [['L4', 'done', true]],
  )
  const { proposals, findings } = await world.caller.must(writer, showRun, { params: { runId: runs[0]?.runId ?? '' } })
  assert.deepEqual(
    proposals.map(each => each.state),
    ['accepted', 'proposed'],
  )
  assert.ok(findings.length > 0 && findings.every(line => line.holds))
})
