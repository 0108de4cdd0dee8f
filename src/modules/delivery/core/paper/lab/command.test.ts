import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CommandValue, type CommandMark, commandKey, commandLine } from './command.ts'

const mark = (key: string, after: string | null): CommandMark => {
  const [epoch = 0, seq = 0] = key.split('.').map(Number)
  const [e = 0, s = 0] = (after ?? '').split('.').map(Number)
  return { epoch, seq, after: after === null ? null : { epoch: e, seq: s } }
}
const keys = (marks: readonly CommandMark[]) => commandLine(marks).line.map(commandKey)

test('the line leads to the latest command', () => {
  assert.deepEqual(commandLine([]), { line: [], aside: 0, behind: false })
  const straight = [mark('1.1', null), mark('1.4', '1.1'), mark('2.1', '1.4')]
  assert.deepEqual(keys(straight), ['1.1', '1.4', '2.1'])
  // 1.4 and 1.5 stood on another server when the candidate went on from 1.1
  const parted = [mark('1.1', null), mark('1.4', '1.1'), mark('1.5', '1.4'), mark('2.1', '1.1')]
  assert.deepEqual([keys(parted), commandLine(parted).aside], [['1.1', '2.1'], 2])
})

test('what rests on a command that is not here waits for it', () => {
  const behind = [mark('1.1', null), mark('1.3', '1.2')]
  assert.deepEqual(commandLine(behind), { line: [{ epoch: 1, seq: 1 }], aside: 0, behind: true })
  assert.deepEqual(commandLine([...behind, mark('1.2', '1.1')]).line.map(commandKey), ['1.1', '1.2', '1.3'])
  assert.deepEqual(commandLine([mark('1.3', '1.2')]), { line: [], aside: 0, behind: true })
})

test('a word that leads forwards or to itself is not believed', () => {
  assert.deepEqual(keys([mark('1.1', '1.1')]), ['1.1'])
  assert.deepEqual(keys([mark('1.1', '1.2'), mark('1.2', '1.1')]), ['1.1', '1.2'])
})

/** Commands of several entries, each resting on any earlier one or on none. */
const history = fc.array(fc.record({ enters: fc.boolean(), back: fc.nat(4) }), { minLength: 1, maxLength: 25 }).map(steps => {
  const marks: CommandMark[] = []
  let [epoch, seq] = [1, 0]
  for (const { enters, back } of steps) {
    if (enters) [epoch, seq] = [epoch + 1, 0]
    seq += 1
    const after = marks[marks.length - 1 - back]
    marks.push({ epoch, seq, after: after === undefined ? null : { epoch: after.epoch, seq: after.seq } })
  }
  return marks
})

test('the line follows from the set: order and repetition change nothing', () => {
  fc.assert(
    fc.property(history, fc.array(fc.nat(100)), (marks, dice) => {
      const shuffled = marks.toSorted((a, b) => (dice[a.seq % 7] ?? a.seq) - (dice[b.seq % 7] ?? b.epoch))
      assert.deepEqual(commandLine([...shuffled, ...marks.slice(0, 3)]), commandLine(marks))
    }),
  )
})

test('every command is in the line, aside, or later than the line; and the line is a chain', () => {
  fc.assert(
    fc.property(history, fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }), (all, holds) => {
      const marks = all.filter((_mark, at) => holds[at])
      const { line, aside, behind } = commandLine(marks)
      const byKey = new Map(marks.map(one => [commandKey(one), one]))
      for (const [at, one] of line.entries()) {
        const { after } = byKey.get(commandKey(one)) ?? assert.fail('a command that nobody gave')
        const before = line[at - 1]
        assert.deepEqual(after, before ?? null)
      }
      const waiting = marks.length - line.length - aside
      assert.ok(waiting >= 0)
      assert.equal(behind, waiting > 0)
    }),
  )
})

test('one command more, given by who saw the line, only makes it longer', () => {
  fc.assert(
    fc.property(history, marks => {
      const { line } = commandLine(marks)
      const last = line[line.length - 1] ?? assert.fail('a history has a line')
      const next = { epoch: 90, seq: 1, after: last }
      assert.deepEqual(commandLine([...marks, next]).line, [...line, { epoch: 90, seq: 1 }])
    }),
  )
})

test('a command is small and says what it rests on', () => {
  const value = { type: 'mail.draft.save', data: { text: '' }, expectedSeq: 3, after: null }
  assert.ok(CommandValue.safeParse(value).success)
  for (const bad of [
    { ...value, data: { text: 'x'.repeat(15_000) } },
    { ...value, type: '' },
    { ...value, expectedSeq: -1 },
    { ...value, more: 1 },
  ])
    assert.equal(CommandValue.safeParse(bad).success, false)
})
