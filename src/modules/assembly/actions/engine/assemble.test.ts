import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { diceOf } from '../../../../kernel/dice.ts'
import { type Result, ok } from '../../../../kernel/result.ts'
import type { Program } from '../../../../kernel/program.ts'
import type { Solved } from '../../../../platform/solver/program.ts'
import { type Solver, openSolver } from '../../../../platform/solver/solver.ts'
import { checkAssembly } from '../../core/check/check-assembly.ts'
import { arrange } from '../../core/model/arrange.ts'
import type { Constraint } from '../../core/problem/constraint.ts'
import type { AssemblyProblem } from '../../core/problem/problem.ts'
import { aPool, aPoolItem, aProblem, everySubset, lengthOf, randomProblem, where } from '../../fixtures.ts'
import { assembleByProof } from './assemble.ts'
import type { AssemblyProgress } from './desk.ts'
import type { AssemblyOutcome } from './outcome.ts'

const solver = openSolver()
after(() => solver.close())
const ORDER = { seconds: 60, gap: 0, seed: 's' }

async function outcomeOf(problem: AssemblyProblem, order = {}): Promise<AssemblyOutcome> {
  const outcome = await assembleByProof(problem, solver, { ...ORDER, ...order })
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

function soundForms(problem: AssemblyProblem): (readonly string[])[] {
  const places = new Map(problem.pool.items.map((item, at) => [item.id, at]))
  return everySubset(problem.pool).map(ids =>
    arrange(
      problem.pool,
      problem.constraints,
      ids.map(id => places.get(id) ?? -1),
    ),
  )
}

/** The best objective of one form among all subsets; null when none is sound. */
function bestByForce(problem: AssemblyProblem): number | null {
  const verdicts = soundForms(problem).map(form => checkAssembly(problem, [form]))
  const values = verdicts.filter(verdict => verdict.sound).map(verdict => verdict.objective.value)
  if (values.length === 0) return null
  return verdicts[0]?.objective.sense === 'max' ? Math.max(...values) : Math.min(...values)
}

test('one form is as good as the best of all subsets, or none is sound', async () => {
  let possible = 0
  await fc.assert(
    fc.asyncProperty(fc.integer(), async seed => {
      const problem = randomProblem(diceOf(`one ${seed}`))
      const best = bestByForce(problem)
      const outcome = await outcomeOf(problem)
      if (best === null) return assert.equal(outcome.kind, 'impossible')
      possible += 1
      assert.ok(outcome.kind === 'assembled')
      assert.ok(checkAssembly(problem, outcome.forms).sound)
      assert.ok(Math.abs(outcome.verdict.objective.value - best) <= 100, `${outcome.verdict.objective.value} ${best}`)
      if (outcome.bound !== null) assert.ok((outcome.gap ?? 1) <= 0.001 || problem.goal.kind === 'target-mean')
    }),
    { numRuns: 60 },
  )
  assert.ok(possible > 5)
})

/** The best of all pairs of sound forms. */
function bestPair(problem: AssemblyProblem): number | null {
  const own = {
    ...problem,
    forms: 1,
    constraints: problem.constraints.filter(
      each => !['uses', 'exposure', 'overlap'].includes(each.kind) && !('reach' in each && each.reach === 'all-forms'),
    ),
  }
  const forms = soundForms(own).filter(form => checkAssembly(own, [form]).sound)
  let best: number | null = null
  for (const one of forms)
    for (const other of forms) {
      const { sound, objective } = checkAssembly(problem, [one, other])
      if (sound && (best === null || (objective.sense === 'max' ? objective.value > best : objective.value < best))) best = objective.value
    }
  return best
}

test('two forms are as good as the best of all pairs, and no bound is passed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async seed => {
      const problem = randomProblem(diceOf(`two ${seed}`), { items: 6, forms: 2 })
      const best = bestPair(problem)
      const outcome = await outcomeOf(problem)
      if (best === null) return assert.equal(outcome.kind, 'impossible')
      assert.ok(outcome.kind === 'assembled')
      assert.ok(checkAssembly(problem, outcome.forms).sound)
      assert.ok(Math.abs(outcome.verdict.objective.value - best) <= 100, `${outcome.verdict.objective.value} ${best}`)
      const { bound } = outcome
      if (bound !== null) assert.ok(outcome.verdict.objective.sense === 'max' ? bound.value >= best - 10 : bound.value <= best + 10)
    }),
    { numRuns: 30 },
  )
})

test('constraints that cannot hold together are told: together impossible, without any one of them possible', async () => {
  let conflicts = 0
  await fc.assert(
    fc.asyncProperty(fc.integer(), async seed => {
      const random = randomProblem(diceOf(`conflict ${seed}`))
      const problem = {
        ...random,
        goal: { kind: 'none' as const },
        constraints: [
          ...random.constraints,
          ...randomProblem(diceOf(`more ${seed}`))
            .constraints.slice(1)
            .map(each => ({ ...each, id: `${each.id}'` })),
        ],
      }
      const outcome = await outcomeOf(problem)
      if (outcome.kind !== 'impossible') return
      conflicts += 1
      assert.ok(outcome.minimal)
      const ids = outcome.constraints.map(each => each.id)
      const members = problem.constraints.filter(each => ids.includes(each.id))
      assert.equal(members.length, ids.length)
      assert.equal(bestByForce({ ...problem, constraints: members }), null)
      for (const [at] of members.entries())
        assert.notEqual(bestByForce({ ...problem, constraints: members.toSpliced(at, 1) }), null, ids.join())
    }),
    { numRuns: 60 },
  )
  assert.ok(conflicts > 3)
})

const area = (name: string, count: number): Constraint => ({
  id: name,
  kind: 'count',
  unit: 'item',
  of: where(`AREA == "${name}"`),
  least: count,
  most: count,
  reach: 'each-form',
})
const overlap = (most: number): Constraint => ({ id: 'overlap', kind: 'overlap', most, percent: true })
const abilities = [-1, 0, 1].map(theta => ({ theta, weight: 1 }))
/** 400 items in 4 areas, 5 forms of 20. */
function parallel(more: Partial<AssemblyProblem> = {}): AssemblyProblem {
  const constraints = [lengthOf(20), ...['K1', 'K2', 'K3', 'K4'].map(name => area(name, 5)), overlap(20)]
  return aProblem({ pool: aPool(400, 4), constraints, forms: 5, ...more })
}

test('parallel forms: a plan, exchanges, and within a hundredth of a bound proved in own arithmetic', async () => {
  const outcome = await outcomeOf(parallel({ goal: { kind: 'most-information', abilities } }), { gap: 0.01 })
  assert.ok(outcome.kind === 'assembled')
  assert.equal(outcome.way, 'plan-and-exchange')
  assert.ok((outcome.gap ?? 1) <= 0.01)
  const terms = outcome.verdict.objective.terms.flat()
  assert.ok(Math.max(...terms) / Math.min(...terms) < 1.1, 'the forms are worth the same')
  assert.match(outcome.certificate.zh, /5份合计的目标值.*质量仅凭此界说明/)
})

test('parallel forms meet a curve form by form', async () => {
  const goal = { kind: 'target-information', targets: [-1, 0, 1].map(theta => ({ theta, target: 4 })) } as const
  const outcome = await outcomeOf(parallel({ goal }), { gap: 0.02 })
  assert.ok(outcome.kind === 'assembled')
  assert.equal(outcome.way, 'form-by-form')
  assert.ok((outcome.gap ?? 1) <= 0.02)
})

/** Three forms of two stimuli each over seven, two to three items of each; nothing stands twice. */
function tightStimuli(goal: AssemblyProblem['goal']): AssemblyProblem {
  const dice = diceOf('tight stimuli')
  const stimuli = Array.from({ length: 7 }, (_, n) => ({ id: `S${n}`, attributes: {} }))
  const irt = () => ({ model: '2PL' as const, parameters: [0.7 + dice(), dice() * 3 - 1.5] })
  const items = [
    ...stimuli.flatMap(({ id }) => Array.from({ length: 4 }, (_, n) => aPoolItem(`${id}-${n}`, { irt: irt(), stimulusId: id }))),
    ...Array.from({ length: 18 }, (_, n) => aPoolItem(`I${n}`, { irt: irt() })),
  ]
  const all = { kind: 'all' } as const
  const constraints: Constraint[] = [
    lengthOf(10),
    { id: 'stimuli', kind: 'count', unit: 'stimulus', of: all, least: 2, most: 2, reach: 'each-form' },
    { id: 'of-each', kind: 'per-stimulus', of: all, least: 2, most: 3 },
    { id: 'overlap', kind: 'overlap', most: 0, percent: false },
  ]
  return { pool: { items, stimuli }, constraints, forms: 3, goal }
}

for (const goal of [
  { kind: 'maximin-information', abilities: [-1, 1].map(theta => ({ theta, weight: 1 })) },
  { kind: 'target-information', targets: [-1, 1].map(theta => ({ theta, target: 1.9 })) },
] as const satisfies readonly AssemblyProblem['goal'][])
  test(`forms with shared stimuli over a tight pool come near the bound: ${goal.kind}`, async () => {
    const problem = tightStimuli(goal)
    const outcome = await outcomeOf(problem, { gap: 0.01 })
    assert.ok(outcome.kind === 'assembled')
    assert.ok(checkAssembly(problem, outcome.forms).sound)
    assert.ok(outcome.gap !== null && outcome.gap <= 0.03, String(outcome.gap))
  })

test('a pool that is just large enough is divided without a common item', async () => {
  const problem = parallel({ pool: aPool(100, 4), constraints: [lengthOf(20), area('K1', 5), area('K2', 5), overlap(0)] })
  const outcome = await outcomeOf(problem, { gap: 0.01 })
  assert.ok(outcome.kind === 'assembled')
  assert.equal(new Set(outcome.forms.flat()).size, 100)
})

test('a pool that is too small for all forms is told by numbers', async () => {
  const problem = parallel({ pool: aPool(190, 4), constraints: [lengthOf(40), overlap(0)] })
  const outcome = await outcomeOf(problem)
  assert.ok(outcome.kind === 'impossible')
  assert.deepEqual(
    outcome.constraints.map(each => each.said.zh),
    ['全部试题每份需40题，题库可用190题。', '任意两份试卷重复题不超过0%，共5份。'],
  )
  assert.equal(outcome.minimal, false, 'of large problems only the plan is asked')
})

test('the same seed gives the same forms', async () => {
  const problem = parallel({ goal: { kind: 'maximin-information', abilities } })
  const [one, other] = [await outcomeOf(problem, { gap: 0.02 }), await outcomeOf(problem, { gap: 0.02 })]
  assert.ok(one.kind === 'assembled' && other.kind === 'assembled')
  assert.deepEqual(one.forms, other.forms)
})

test('a faulty problem is refused with its faults before anything is solved', async () => {
  const outcome = await assembleByProof(aProblem({ forms: 0 }), solver, ORDER)
  assert.ok(!outcome.ok)
  assert.equal(outcome.refusal.code, 'assembly-problem-faulty')
  assert.match(outcome.refusal.fields?.[0]?.en ?? '', /forms: 0/)
})

test('progress is told, and a cancelled assembly is refused', async () => {
  const seen: AssemblyProgress[] = []
  const cancel = new AbortController()
  const onProgress = (progress: AssemblyProgress) => {
    seen.push(progress)
    if (progress.stage === 'place') cancel.abort()
  }
  const problem = parallel({ goal: { kind: 'most-information', abilities } })
  const outcome = await assembleByProof(problem, solver, { ...ORDER, gap: 0.01, signal: cancel.signal, onProgress })
  assert.ok(!outcome.ok && outcome.refusal.code === 'solver-cancelled')
  assert.deepEqual([...new Set(seen.map(each => each.stage))], ['bound', 'plan', 'place'])
})

/** A solver that answers what it likes. */
function liar(reply: (program: Program) => Result<Solved>): Solver {
  return { solve: async program => reply(program), close: async () => undefined }
}
const SOLVED: Solved = { outcome: 'optimal', values: null, objective: null, bound: null, multipliers: null, seconds: 0, memory: 0 }

test('a solver that lies is a bug, one that breaks is a refusal, one without time finds nothing', async () => {
  const all = liar(program => ok({ ...SOLVED, values: new Float64Array(program.cost.length).fill(1) }))
  await assert.rejects(assembleByProof(aProblem(), all, ORDER), /breaks its constraints/)
  const goal = { kind: 'most-of', attribute: 'WORDS' } as const
  const worse = liar(program => ok({ ...SOLVED, values: Float64Array.from(program.cost, (_, at) => (at < 3 ? 1 : 0)), bound: 1 }))
  await assert.rejects(assembleByProof(aProblem({ goal }), worse, ORDER), /better than the bound/)
  const broken = liar(() => ({ ok: false, refusal: { code: 'solver-failed', facts: { why: 'x' } } }))
  assert.deepEqual(await assembleByProof(aProblem(), broken, ORDER), { ok: false, refusal: { code: 'solver-failed', facts: { why: 'x' } } })
  const idle = liar(() => ok({ ...SOLVED, outcome: 'stopped' }))
  const outcome = await assembleByProof(aProblem({ forms: 2 }), idle, ORDER)
  assert.ok(outcome.ok && outcome.value.kind === 'not-found')
})
