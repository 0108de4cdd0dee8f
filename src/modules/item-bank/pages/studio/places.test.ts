import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pathOfPlace, zoneOf } from './places.ts'

test('a finding leads to its field', () => {
  const places = {
    stem: 'content.stem',
    'options.2': 'content.options.1.text',
    explanation: 'key.explanation',
    seconds: 'seconds',
    'content.gaps.0.unit': 'content.gaps.0.unit',
    'parts.2.stem': 'content.parts.1.content.stem',
    'parts.1.options.3': 'content.parts.0.content.options.2.text',
    'parts.1.explanation': 'key.parts.0.key.explanation',
    'parts.1': 'content.parts.0',
    '': '',
  }
  for (const [place, path] of Object.entries(places)) assert.equal(pathOfPlace(place), path, place)
})

test('documents are written in the middle, everything else stands with the facts', () => {
  assert.deepEqual(['content.stem', 'key', 'rubric.credit', 'points', 'seconds'].map(zoneOf), ['write', 'write', 'write', 'facts', 'facts'])
})
