import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { diffEditions, EDITION_IDS, editionOf } from '../../contract.ts'
import { allChanges, countsOf, groupsOf, nameInGroup, sideLines } from './change-view.ts'
import { type Stretch, textDiff } from './text-diff.ts'

const whole = (stretches: readonly Stretch[]) => stretches.map(one => one.text).join('')
const shared = (stretches: readonly Stretch[]) => whole(stretches.filter(one => !one.own))

test('a changed figure is all that stands out', () => {
  const { from, to } = textDiff('本职业连续工作16年以上', '本职业连续工作6年以上')
  assert.deepEqual(
    [from, to].map(side => side.filter(one => one.own).map(one => one.text)),
    [['16'], ['6']],
  )
})

test('either side keeps its whole text, and what both share is the same', () => {
  const text = fc.string({ unit: fc.constantFrom(...'电子商务师年以上12'), maxLength: 40 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      const { from, to } = textDiff(a, b)
      assert.deepEqual([whole(from), whole(to), shared(from)], [a, b, shared(to)])
      assert.equal(
        a === b,
        [...from, ...to].every(one => !one.own),
      )
    }),
  )
})

test('every change between any two editions is counted, grouped and named once', () => {
  for (const from of EDITION_IDS)
    for (const to of EDITION_IDS) {
      const diff = diffEditions(editionOf(from), editionOf(to))
      const changes = allChanges(diff)
      const { added, removed, changed } = countsOf(changes)
      assert.equal(added + removed + changed, changes.length)
      for (const { changes: members } of diff.sections) {
        const groups = groupsOf(members, 'zh')
        assert.equal(groups.flatMap(group => group.changes).length, members.length)
        for (const { path } of members) assert.notEqual(nameInGroup(path, 'zh'), '', path.join('.'))
      }
    }
})

test('what was added has only a new side, what was removed only an old one', () => {
  const diff = diffEditions(editionOf('ec-2002-trial'), editionOf('ec-2005'))
  for (const change of allChanges(diff)) {
    const { from, to } = sideLines(change, 'zh')
    assert.equal(from === null, change.kind === 'added')
    assert.equal(to === null, change.kind === 'removed')
  }
})
