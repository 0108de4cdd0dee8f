import assert from 'node:assert/strict'
import { test } from 'node:test'
import { digestGroups, readOrigins, readReleases } from './releases.ts'

const KEY = 'ab'.repeat(32)

test('releases are read line by line; what is none is named by its line', () => {
  const typed = `windows 3.9.0 ${KEY}\n\n  MacOS 3.5 ${KEY.toUpperCase()} \nlinux 1 ${KEY}\nwindows 3.9.0 abc`
  assert.deepEqual(readReleases(typed), {
    releases: [
      { system: 'windows', release: '3.9.0', key: KEY },
      { system: 'macos', release: '3.5', key: KEY },
    ],
    wrong: [4, 5],
  })
  assert.deepEqual(readReleases('  \n'), { releases: [], wrong: [] })
})

test('addresses lose their slash and empty lines', () =>
  assert.deepEqual(readOrigins(' https://10.0.0.3:8090/ \n\nhttps://a.example'), ['https://10.0.0.3:8090', 'https://a.example']))

test('a digest stands in groups of eight', () => assert.equal(digestGroups('0123456789abcdef01'), '01234567 89abcdef 01'))
