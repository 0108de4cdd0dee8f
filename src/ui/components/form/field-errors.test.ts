import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldErrorsOf } from './field-errors.ts'

const told = { code: 'bad-input', status: 422, facts: {}, zh: '', en: '' }

test('paths become names of fields, with numbers for places in lists', () => {
  const fields = [
    { path: 'body.evidence.0.issuer', zh: '请填写发证机构', en: 'Name the issuer' },
    { path: 'phone', zh: '须为11位', en: '11 digits' },
    { path: 'phone', zh: '不可含字母', en: 'No letters' },
  ]
  assert.deepEqual(fieldErrorsOf({ ...told, fields }, 'zh'), [
    { name: ['evidence', 0, 'issuer'], errors: ['请填写发证机构'] },
    { name: ['phone'], errors: ['须为11位', '不可含字母'] },
  ])
})

test('a refusal without field faults sets none', () => assert.deepEqual(fieldErrorsOf(told, 'en'), []))
