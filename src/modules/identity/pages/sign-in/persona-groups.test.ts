import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '../../../../kernel/actor.ts'
import { zh } from '../words.zh.ts'
import { grouped, groupOf, matching, type Persona, placeKind } from './persona-groups.ts'

const persona = (name: string, ...roles: Role[]): Persona => ({ persona: name, name, roles, note: '', place: '' })
const textOf = (p: Persona) => `${p.name} ${p.roles.map(role => zh.roles[role]).join(' ')}`

test('every role stands in a named group', () => {
  for (const role of Object.keys(zh.roles) as Role[]) assert.notEqual(groupOf({ roles: [role] }), 'other', role)
  assert.equal(groupOf({ roles: [] }), 'other')
})

test('groups and the roles within keep their order, so do people of one role; empty groups are left out', () => {
  const people = [persona('甲', 'auditor'), persona('乙', 'candidate'), persona('丙', 'assessor'), persona('丁'), persona('戊', 'assessor')]
  assert.deepEqual(
    grouped(people).map(({ group, personas }) => [group, personas.map(p => p.name).join('')]),
    [
      ['candidate', '乙'],
      ['marking', '丙戊甲'],
      ['other', '丁'],
    ],
  )
})

test('a search needs all of its words, in names or roles', () => {
  const people = [persona('周慕白', 'registrar'), persona('尉迟静', 'registrar'), persona('林夕', 'item-writer')]
  assert.deepEqual(
    matching(people, '  审核员 静 ', textOf).map(p => p.name),
    ['尉迟静'],
  )
  assert.equal(matching(people, '', textOf).length, 3)
})

test('a place code tells what it names', () => {
  assert.equal(placeKind('91'), 'province')
  assert.equal(placeKind('91012001'), 'institution')
  assert.equal(placeKind(''), null)
})
