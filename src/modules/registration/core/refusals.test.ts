import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '../contract.ts'
import { standardRefusals } from '../../standard/contract.ts'
import { registrationRefusals } from './refusals.ts'

test('texts are whole sentences, without typed spaces between Chinese and Latin', () => {
  for (const [code, { zh, en }] of Object.entries(registrationRefusals)) {
    assert.match(zh, /。$/, code)
    assert.match(en, /\.$/, code)
    assert.doesNotMatch(zh, /\p{Script=Han} +[A-Za-z0-9{]|[A-Za-z0-9}] +\p{Script=Han}/u, code)
  }
})

test('no code is said differently by the standard', () => {
  for (const code of Object.keys(registrationRefusals)) assert.ok(!(code in standardRefusals), code)
})

test('every refusal an endpoint names is told somewhere', () => {
  const general = /^(file-|picture-|changed-meanwhile)/
  const endpoints = Object.values(contract).filter(
    (v): v is typeof contract.readApplication => typeof v === 'object' && v !== null && 'refusals' in v,
  )
  for (const endpoint of endpoints)
    for (const code of endpoint.refusals) assert.ok(code in registrationRefusals || general.test(code), `${endpoint.path} ${code}`)
})
