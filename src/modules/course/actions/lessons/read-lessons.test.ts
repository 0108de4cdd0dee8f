import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readMarkdown } from '../../../../platform/markup/read-markdown.ts'
import { projectFile } from '../../../../platform/project-file.ts'
import { levelAreas, parseSpecification } from '../../../item-bank/contract.ts'
import { interactionOf } from '../../../interactions/contract.ts'
import { coverageOf } from '../../core/lesson/coverage.ts'
import { activitiesOf } from '../../core/lesson/lesson.ts'
import { lessonBlocks } from './lesson-blocks.ts'
import { readLessons } from './read-lessons.ts'
import { scoreOf } from './view-lesson.ts'

const pointsOf = (level: string) => {
  const text = readFileSync(projectFile(`data/specification/ec-2005-${level}.json`), 'utf8')
  const parsed = parseSpecification({ text, areasOf: levelAreas })
  assert.ok(parsed.ok)
  return parsed.value.points
}
const tasks = new Set(readdirSync(projectFile('data/lab/tasks')).map(file => file.slice(0, -5).toUpperCase()))
const codes = new Map(['L4', 'L3', 'L2', 'L1'].map(level => [level, new Set(pointsOf(level).map(point => point.code))]))
const { lessons, faults } = readLessons(projectFile('data/lessons'), { tasks, pointsOf: level => codes.get(level) ?? new Set() })

test('no lesson has a fault', () => assert.deepEqual(faults, []))

test('levels 4 and 3 have at least forty lessons, and no point of them is without one', () => {
  const heads = lessons.map(one => one.lesson)
  assert.ok(heads.filter(head => head.level === 'L4' || head.level === 'L3').length >= 40)
  for (const level of ['L4', 'L3']) assert.equal(coverageOf(level, pointsOf(level), heads).uncovered, 0, level)
})

test('every laboratory task of level 4 stands in a lesson', () => {
  const used = new Set(lessons.flatMap(one => activitiesOf(one.lesson).flatMap(block => (block.kind === 'lab' ? [block.task] : []))))
  assert.deepEqual(
    [...tasks].filter(task => task.startsWith('L4') && !used.has(task)),
    [],
  )
})

test('the key of every item earns all its marks', () => {
  for (const { items } of lessons)
    for (const item of items.values()) {
      const score = scoreOf(item, interactionOf(item.type).keyResponse(item.content, item.key))
      assert.equal(score.earned, score.max, item.code)
    }
})

test('figures run nothing and load nothing', () => {
  for (const { lesson, folder } of lessons)
    for (const block of lesson.blocks)
      if (block.kind === 'figure') {
        const text = readFileSync(join(folder, 'figures', block.file), 'utf8')
        assert.doesNotMatch(text, /<script|<foreignObject|\son\w+=|href=|url\(\s*['"]?(?!#)|<!ENTITY/i, `${lesson.id} ${block.file}`)
      }
})

test('what a lesson has no place for is told with its line', () => {
  const noted = lessonBlocks(
    readMarkdown('## 一\n\n文字：**重**与`码`。\n\n<div>html</div>\n\n# 大标题\n\n::item{}\n\n:::case\n没有题名\n:::\n'),
  )
  assert.deepEqual(
    noted.blocks.map(block => block.kind),
    ['heading', 'paragraph'],
  )
  assert.deepEqual(
    noted.faults.map(fault => fault.line),
    [5, 7, 9, 11],
  )
})
