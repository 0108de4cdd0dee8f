import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { test } from 'node:test'
import { plusMinutes } from '../../../../kernel/instant.ts'
import { OPENING, PACKAGE, SITTING } from '../../fixtures.ts'
import { parsePackage } from '../paper/package.ts'
import { type RehearsalOrder, rehearsalPaper, rehearsalRoster, rehearsalValidity } from './rehearsal.ts'

const order: RehearsalOrder = {
  siteCode: '1101-03',
  siteName: '示范考点',
  sitePackageId: '1f0c1b7e-3a52-4d5e-9c7b-1d2e3f4a5b6c',
  sittingId: SITTING,
  packageId: PACKAGE,
  pairKey: 'e'.repeat(64),
  seats: 12,
  opensAt: OPENING,
  manager: { name: '负责人', passVerifier: 'm' },
  engineer: { name: '管理员', passVerifier: 'e' },
}

test('a rehearsal has somebody at every seat and the two who open', () => {
  const roster = rehearsalRoster(order)
  assert.equal(roster.rehearsal, true)
  assert.equal(roster.candidates.length, 12)
  assert.equal(new Set(roster.candidates.map(one => one.ticketNumber)).size, 12)
  assert.deepEqual(new Set(roster.candidates.map(one => one.seatLabel)), new Set(roster.rooms[0]?.seats))
  assert.deepEqual(
    roster.staff.map(one => [one.staffId, one.duties, one.passVerifier]),
    [
      ['manager', ['site-manager'], 'm'],
      ['engineer', ['site-engineer'], 'e'],
      ['invigilator', ['invigilator'], 'm'],
    ],
  )
})

test('its paper is one that can be installed', () => {
  const sha256 = (text: string) => hash('sha256', text, 'hex')
  const paper = rehearsalPaper(order, sha256)
  assert.equal(parsePackage(paper, sha256).ok, true)
  assert.equal(paper.packageId, PACKAGE)
})

test('it is good from now until a day after its sitting, or after now', () => {
  const now = plusMinutes(OPENING, -60)
  assert.deepEqual(rehearsalValidity(OPENING, now), { validFrom: now, validUntil: plusMinutes(OPENING, 1440) })
  const late = plusMinutes(OPENING, 60)
  assert.deepEqual(rehearsalValidity(OPENING, late), { validFrom: late, validUntil: plusMinutes(late, 1440) })
})
