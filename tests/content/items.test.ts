import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { lintFiles } from '../../src/modules/item-bank/index.ts'

type FileItem = { readonly id: string; readonly type: string; readonly points: readonly string[]; readonly area: readonly string[] }
type ItemFile = {
  readonly edition: string
  readonly level: string
  readonly writer: string
  readonly reviewer: string
  readonly items: readonly FileItem[]
}

const root = new URL('../../data/', import.meta.url)
/** Items that each level has at least. */
const LEAST = { L4: 400, L3: 350, L2: 250, L1: 200 } as const
const CHOICES = ['single-choice', 'multiple-choice', 'true-false']

const textsIn = (folder: string) => {
  const at = new URL(folder, root)
  return readdirSync(at)
    .filter(name => name.endsWith('.json'))
    .map(name => ({ file: `${folder}${name}`, text: readFileSync(new URL(name, at), 'utf8') }))
}
const filesOf = (level: string) => textsIn(`items/${level}/`).map(({ text }) => JSON.parse(text) as ItemFile)
const all = Object.keys(LEAST).flatMap(level => filesOf(level).flatMap(file => file.items.map(item => ({ ...item, level }))))

test('every level has its items, and every item its own number', () => {
  for (const [level, least] of Object.entries(LEAST)) {
    const count = all.filter(item => item.level === level).length
    assert.ok(count >= least, `${level}: ${count} < ${least}`)
  }
  assert.equal(new Set(all.map(item => item.id)).size, all.length)
})

test('at least 15 % of the items are of types beyond choice and true/false, with cases at levels two and one', () => {
  const beyond = all.filter(item => !CHOICES.includes(item.type))
  assert.ok(beyond.length / all.length >= 0.15, `${beyond.length} of ${all.length}`)
  for (const level of ['L2', 'L1'])
    assert.ok(
      all.some(item => item.level === level && item.type === 'case'),
      level,
    )
})

test('nobody passes items of their own', () => {
  for (const file of [...Object.keys(LEAST), 'trial'].flatMap(filesOf)) assert.notEqual(file.writer, file.reviewer)
})

test('dated items of the old syllabus belong to its edition and to no other', () => {
  for (const file of filesOf('trial')) assert.equal(file.edition, 'ec-2002-trial')
  for (const level of Object.keys(LEAST)) for (const file of filesOf(level)) assert.equal(file.edition, 'ec-2005')
})

test('the machine finds no fault and no error in any item, and no assessment point without one', () => {
  const folders = [...Object.keys(LEAST), 'trial']
  const report = lintFiles({
    files: folders.flatMap(folder => {
      const pictures = new URL(`items/${folder}/pictures/`, root)
      const names = existsSync(pictures) ? readdirSync(pictures) : []
      return textsIn(`items/${folder}/`).map(file => ({ ...file, pictures: names }))
    }),
    specifications: textsIn('specification/'),
  })
  assert.deepEqual(report.faults, [])
  assert.deepEqual(
    report.findings
      .filter(finding => finding.severity === 'error' || finding.code === 'point-unused')
      .map(finding => `${finding.code} ${finding.zh}`),
    [],
  )
})
