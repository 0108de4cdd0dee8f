import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { projectFile } from '../../../../platform/project-file.ts'
import { hundredths } from '../../../../kernel/marks.ts'
import { type ItemDocument, interactionOf } from '../../../interactions/contract.ts'
import { type TaskDocument, marksOf } from '../../../lab/contract.ts'
import { readLabFolder } from '../../../lab/index.ts'
import { findEdition, findWorkContent, weightLeaves, weightTable } from '../../../standard/contract.ts'
import { parseItemFile } from '../files/parse-item-file.ts'
import { knowsArea } from '../tables/areas.ts'
import { labItemFile } from './lab-items.ts'
import { LabPlacings, codeOfTask } from './lab-placing.ts'

const tasks = readLabFolder(projectFile('data/lab')).tasks.map(each => each.task)
const placings = LabPlacings.parse(JSON.parse(readFileSync(projectFile('data/lab/placings/ec-2005-L4.json'), 'utf8')))
const found = findEdition('ec-2005')
const edition = found.ok ? found.value : assert.fail()

function drafts(of: LabPlacings = placings, from: readonly TaskDocument[] = tasks, ground = 'a'.repeat(64)) {
  const placed = from.map(task => ({ task, ground }))
  const parsed = parseItemFile({ file: 'tasks', text: labItemFile(of, placed), knowsArea, optionId: (_code, letter) => letter })
  return parsed.ok ? parsed.value : assert.fail(JSON.stringify(parsed.refusal))
}

test('each of the eighteen tasks of level four is an item whose shares are the marks of its rubric', () => {
  const items = drafts()
  assert.equal(items.length, 18)
  assert.deepEqual(items.map(item => item.code).toSorted(), tasks.map(task => codeOfTask(task.task)).toSorted())
  for (const item of items) {
    const task = tasks.find(each => codeOfTask(each.task) === item.code) ?? assert.fail(item.code)
    const checks = item.key['checks'] as { id: string; share: number }[]
    assert.equal(
      checks.reduce((sum, check) => sum + check.share, 0),
      marksOf(task.checks) * 100,
      item.code,
    )
    assert.equal(item.content['task'], task.task)
    const rules = interactionOf('lab-task')
    const evidence = rules.fullEvidence(item.content, item.key)
    const response = { version: 1, worldRun: { id: 'w', commands: 3, digest: 'd' } }
    const score = rules.score({ content: item.content, key: item.key, response, evidence, max: item.marks })
    assert.deepEqual([score.earned, score.outcome], [item.marks, 'full'])
  }
})

test('nothing of a variant and nothing of the rubric stands in what candidates get', () => {
  for (const item of drafts()) {
    const shown = JSON.stringify(interactionOf('lab-task').strip(item.content))
    assert.doesNotMatch(shown, /\{\{|share|常见错误/, item.code)
    for (const check of item.key['checks'] as { text: string }[]) assert.ok(!shown.includes(check.text), `${item.code} ${check.text}`)
  }
})

test('every claim of a rubric belongs to a 工作内容 of the edition, and every task stands in an area of the practice table', () => {
  const table = weightTable(edition, 'L4', null, 'skill')
  const areas = table.ok ? weightLeaves(table.value).map(leaf => leaf.path.join()) : []
  for (const item of drafts()) assert.ok(areas.includes(item.area.join()), item.code)
  for (const task of tasks)
    for (const { claim } of task.checks) if (claim !== undefined) assert.ok(placings.skills[claim] !== undefined, `${task.task} ${claim}`)
  for (const [name, code] of Object.entries(placings.skills)) assert.ok(findWorkContent(edition, code) !== undefined, `${name} ${code}`)
})

test('on another ground a task is another version of its item, and nothing but its source tells', () => {
  const [one, other] = ['a', 'b'].map(mark => drafts(placings, tasks.slice(0, 1), mark.repeat(64))[0])
  assert.notEqual(one?.source, other?.source)
  assert.ok(one !== undefined && other !== undefined)
  assert.deepEqual({ ...one, source: null }, { ...other, source: null })
})

test('a claim the edition has no place for shows no skill, and a task that is not there makes no item', () => {
  const [item, ...others] = drafts({ ...placings, skills: {} }, tasks.slice(0, 1))
  assert.ok(item !== undefined && others.length === 0)
  assert.ok((item.key['checks'] as ItemDocument[]).every(check => check['skill'] === undefined))
  assert.equal(hundredths(1000), item.marks)
})
