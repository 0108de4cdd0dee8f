import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseArguments } from './arguments.ts'
import { PROFILES, PROFILE_NAMES } from './profile.ts'

for (const name of PROFILE_NAMES)
  test(`${name}: a save of every seat at once finds a place, and at least two get in everywhere`, () => {
    const { admission, seats } = PROFILES[name]
    assert.ok(admission[0].atOnce >= seats)
    assert.ok(admission[0].atOnce + admission[0].waiting >= seats * 3)
    assert.ok(admission[1].atOnce + admission[1].waiting >= seats, 'everybody may start in the same second')
    for (const limits of Object.values(admission)) assert.ok(limits.atOnce >= 2 && limits.patienceMs >= 1_000)
  })

test('the profile of the command line; a hall where nothing is said, nothing for a name that is none', () => {
  assert.equal(parseArguments([], {})?.profile, 'hall')
  assert.equal(parseArguments(['--profile', 'laptop'], {})?.profile, 'laptop')
  assert.equal(parseArguments(['--profile', 'room', '--name', 'B'], {})?.name, 'B')
  assert.equal(parseArguments(['--profile', 'toString'], {}), null)
  assert.equal(parseArguments(['--profile'], {}), null)
})
