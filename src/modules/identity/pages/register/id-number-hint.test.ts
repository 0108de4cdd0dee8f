import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idNumberOf } from '../../../../kernel/id-number.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { mobileNumber, newPassword } from '../../contract.ts'
import { faultOf } from './field-check.ts'
import { idNumberHint } from './id-number-hint.ts'
import { passwordRules } from './password-rules.ts'

const number = idNumberOf({ area: '110199', birth: localDate('1990-02-03'), serial: 2 })

test('while digits are missing, the hint counts them and calls nothing wrong', () => {
  assert.deepEqual(idNumberHint('', 'zh'), { kind: 'empty' })
  assert.deepEqual(idNumberHint('1101', 'zh'), { kind: 'typing', left: 14 })
})

test('a whole number is read: birth and sex, also from full-width digits with blanks', () => {
  const read = { kind: 'read', birth: '1990-02-03', sex: 'female' }
  assert.deepEqual(idNumberHint(number, 'zh'), read)
  assert.deepEqual(idNumberHint(` ${number.slice(0, 6)} ${number.slice(6)}`, 'zh'), read)
})

test('a wrong last character is told at once, and never which one would be right', () => {
  const wrong = number.slice(0, 17) + (number.endsWith('5') ? '6' : '5')
  const hint = idNumberHint(wrong, 'zh')
  assert.deepEqual(hint, { kind: 'fault', told: '身份证号码校验位不正确，请对照证件核对。' })
})

test('a letter in the middle and a number too long are faults', () => {
  assert.deepEqual(idNumberHint('11O', 'en'), { kind: 'fault', told: '17 digits, then a digit or X.' })
  assert.equal(idNumberHint(`${number}1`, 'zh').kind, 'fault')
})

test('faults are told in the language of the person', () => {
  assert.equal(faultOf(mobileNumber, '123', 'zh'), '请填写11位手机号码。')
  assert.equal(faultOf(mobileNumber, '123', 'en'), 'An 11-digit mobile number.')
  assert.equal(faultOf(mobileNumber, '138 0000 0000', 'zh'), null)
})

test('the rules shown beside a new password are those the server holds', () => {
  for (const text of [
    '',
    'abc',
    'abcdefghij',
    'Abcdefghi1',
    'Abc1$',
    '密码密码密码密码密码密码',
    'ABCDEFGHI1$',
    'Abcdefgh1',
    '中文Aa1aaaaaa',
  ]) {
    const met = passwordRules(text).every(rule => rule.met)
    assert.equal(met, faultOf(newPassword, text, 'zh') === null, text)
  }
})
