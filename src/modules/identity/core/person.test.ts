import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idDocument, localDateField, mobileNumber, newPassword, personName } from './fields.ts'
import { maskedMobile, normalisedName } from './person.ts'

test('every middle dot of a minority name becomes the same one, full width folds, spaces go', () => {
  for (const dot of ['·', '•', '‧', '・', '･', '∙', '.', '．']) assert.equal(normalisedName(`阿依古丽${dot}买买提`), '阿依古丽·买买提')
  assert.equal(normalisedName('　王　小明 '), '王小明')
  assert.equal(normalisedName('Ｌｉ　Ｈｕａ'), 'Li Hua')
})

test('a mobile shows its first three and last four digits', () => {
  assert.equal(maskedMobile('13800138000'), '138****8000')
  assert.equal(maskedMobile('1'), '****')
})

const accepted: readonly [string, { safeParse(v: unknown): { success: boolean } }, unknown][] = [
  ['a name with a rare character of the supplementary planes', personName, '𬱖小𠮷'],
  ['a name with a middle dot', personName, '买买提·艾力'],
  ['a mobile with spaces and full-width digits', mobileNumber, '１３８ 0013 8000'],
  ['a resident ID with lower x and spaces', idDocument, { kind: 'resident-id', number: '110105 19491231 002x' }],
  ['a passport', idDocument, { kind: 'passport', number: 'e12345678' }],
  ['29 February of a leap year', localDateField, '2024-02-29'],
  ['a password of three kinds', newPassword, 'abcdefg123!'],
]
for (const [name, schema, value] of accepted) test(`accepted: ${name}`, () => assert.equal(schema.safeParse(value).success, true))

const refused: readonly [string, { safeParse(v: unknown): { success: boolean } }, unknown][] = [
  ['a name of one character', personName, '王'],
  ['a name with markup', personName, '<b>王</b>'],
  ['a name with digits', personName, '王1'],
  ['a mobile of ten digits', mobileNumber, '1380013800'],
  ['a landline', mobileNumber, '01012345678'],
  ['a resident ID with a wrong check digit', idDocument, { kind: 'resident-id', number: '110105194912310021' }],
  ['a resident ID born on 31 June', idDocument, { kind: 'resident-id', number: '110105199006310025' }],
  ['a passport that is too short', idDocument, { kind: 'passport', number: 'E1' }],
  ['29 February of a common year', localDateField, '2023-02-29'],
  ['a short password', newPassword, 'Ab1!'],
  ['a password of one kind', newPassword, 'abcdefghijkl'],
]
for (const [name, schema, value] of refused) test(`refused: ${name}`, () => assert.equal(schema.safeParse(value).success, false))

test('the fault of an ID number stands beside its field, in Chinese and English, and does not tell the right digit', () => {
  const parsed = idDocument.safeParse({ kind: 'resident-id', number: '110105194912310021' })
  assert.deepEqual(
    parsed.error?.issues.map(i => [i.path.join('.'), i.message]),
    [['number', '身份证号码校验位不正确，请对照证件核对。|The check digit is wrong; compare with the document.']],
  )
})
