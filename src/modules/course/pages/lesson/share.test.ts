import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LessonCard } from '../../contract.ts'
import { lessonToResume, shareRead } from './share.ts'

const progress = (furthest: number, readAt: number, finishedAt: number | null = null) => ({ furthest, answered: 0, readAt, finishedAt })
const card = (lessonId: string, parts: number, own: LessonCard['progress']) => ({ lessonId, parts, progress: own }) as LessonCard

test('the share is of parts; it says 100 only when the person says so', () => {
  assert.equal(shareRead(card('a', 11, null)), 0)
  assert.equal(shareRead(card('a', 11, progress(5, 1))), 50)
  assert.equal(shareRead(card('a', 11, progress(10, 1))), 99)
  assert.equal(shareRead(card('a', 11, progress(2, 1, 9))), 100)
  assert.equal(shareRead(card('a', 1, progress(0, 1))), 0)
})

test('the lesson read last goes on, unless it is finished', () => {
  const lessons = [card('a', 9, progress(1, 5)), card('b', 9, progress(1, 9, 9)), card('c', 9, progress(1, 7)), card('d', 9, null)]
  assert.equal(lessonToResume(lessons)?.lessonId, 'c')
  assert.equal(lessonToResume([card('d', 9, null)]), undefined)
})
