import { z } from 'zod'
import { parseIdNumber } from '../../../kernel/id-number.ts'
import { isLocalDate } from '../../../kernel/local-date.ts'
import { ID_KINDS, normalisedName } from './person.ts'

const ID_FAULTS = {
  length: '身份证号码应为18位。|An ID number has 18 characters.',
  characters: '身份证号码前17位是数字，末位是数字或X。|17 digits, then a digit or X.',
  area: '身份证号码前两位不是有效的地区代码。|The first two digits are no province.',
  'birth-date': '身份证号码中的出生日期不存在。|The birth date in the number does not exist.',
  'check-digit': '身份证号码校验位不正确，请对照证件核对。|The check digit is wrong; compare with the document.',
} as const

/** Names of 2 to 50 characters: Han (rare ones too), Latin, and the middle dot. */
export const personName = z
  .string()
  .transform(normalisedName)
  .pipe(
    z
      .string()
      .min(2, '姓名至少2个字。|At least 2 characters.')
      .max(50, '姓名最多50个字。|At most 50 characters.')
      .regex(
        /^[\p{Script=Han}\p{Script=Latin}·' -]+$/u,
        '姓名只能包含汉字、字母和间隔号“·”。|Only Han characters, letters and the middle dot.',
      ),
  )

export const mobileNumber = z
  .string()
  .transform(text => text.normalize('NFKC').replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^1[3-9]\d{9}$/, '请填写11位手机号码。|An 11-digit mobile number.'))

export const localDateField = z.string().refine(isLocalDate, '日期不存在，请按“年-月-日”填写。|No such date.')

/** A document and its number; resident IDs are checked by their digit. */
export const idDocument = z
  .object({ kind: z.enum(ID_KINDS), number: z.string().transform(text => text.normalize('NFKC').replace(/\s/g, '').toUpperCase()) })
  .superRefine((value, ctx) => {
    if (value.kind !== 'resident-id') {
      if (!/^[A-Z0-9()-]{5,24}$/.test(value.number))
        ctx.addIssue({ code: 'custom', path: ['number'], message: '证件号码格式不正确。|Not a document number.' })
      return
    }
    const parsed = parseIdNumber(value.number)
    if (!parsed.ok) ctx.addIssue({ code: 'custom', path: ['number'], message: ID_FAULTS[parsed.refusal.kind] })
  })

/** At least 10 characters of at least three kinds, as level 3 of GB/T 22239 asks of staff and candidates alike. */
export const newPassword = z
  .string()
  .min(10, '密码至少10位。|At least 10 characters.')
  .max(128, '密码最多128位。|At most 128 characters.')
  .refine(
    text => [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z0-9]/].filter(kind => kind.test(text)).length >= 3,
    '密码须包含大写、小写、数字、符号中的至少三种。|Use at least three of upper case, lower case, digits, signs.',
  )

export const signInNameField = z
  .string()
  .trim()
  .min(3, '账号至少3位。|At least 3 characters.')
  .max(60, '账号最多60位。|At most 60 characters.')
  .regex(/^[\p{L}\p{N}._@-]+$/u, '账号只能包含文字、数字和 . _ @ -。|Letters, digits and . _ @ - only.')
