import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openProgress } from './progress.ts'

function recorder(isTTY: boolean) {
  let text = ''
  return { screen: { isTTY, write: (more: string) => void (text += more) }, text: () => text }
}

test('on a terminal the line of a stage is rewritten in place and at most ten times a second', () => {
  const { screen, text } = recorder(true)
  let now = 0
  const progress = openProgress(screen, () => now)
  progress.begin('申报', 100)
  for (let i = 0; i < 100; i++) {
    now += 10
    progress.step()
  }
  progress.end('100人')
  const drawn = text().split('\r\u001b[K').slice(1)
  assert.ok(drawn.length >= 10 && drawn.length <= 13, `${drawn.length} drawings`)
  assert.match(drawn[5] ?? '', /申报.*█+░+ \d+\/100/)
  assert.equal(text().split('\n').length, 2)
  assert.match(text(), /✓ 申报 .* 1\.0 s {2}100人\n$/)
})

test('elsewhere a stage leaves one line at its start and one at its end, without control signs', () => {
  const { screen, text } = recorder(false)
  const progress = openProgress(screen, () => 0)
  progress.begin('考试', 2)
  progress.step()
  progress.step()
  progress.end('2人')
  assert.match(text(), /^… 考试\n✓ 考试 +0\.0 s {2}2人\n$/)
})

test('ended stages are kept with their seconds', () => {
  let now = 0
  const progress = openProgress(recorder(false).screen, () => now)
  progress.begin('报名', 1)
  now = 1234
  progress.end('1人')
  progress.begin('考试', 1)
  assert.deepEqual(progress.ended(), [{ stage: '报名', seconds: 1.2, outcome: '1人' }])
})

test('a stage of unknown length counts without a bar, and more steps than foretold do not overflow it', () => {
  const { screen, text } = recorder(true)
  const progress = openProgress(screen, () => 0)
  progress.begin('a', 0)
  progress.begin('b', 1)
  assert.ok(!text().split('b')[0]?.includes('░'))
  progress.step(5)
})
