import type { RefusalCatalogue } from '../../../kernel/refusal-catalogue.ts'

/** Refusals of this module: what was refused, why, and what to do next. */
export const certificateRefusals = {
  'certificate-number-part': {
    status: 422,
    zh: '未能编制证书编号：{part}的值{value}超出{from}至{until}。请核对后重新编号。',
    en: 'The certificate number was not formed: the {partEn} is {value}, outside {from} to {until}. Check it and number again.',
  },
  'certificate-number-malformed': {
    status: 400,
    zh: '证书编号“{number}”格式不正确，应为{digits}位。请对照证书重新输入。',
    en: 'The certificate number “{number}” is not well formed; it has {digits} characters. Type it again from the certificate.',
  },
  'certificate-not-valid': {
    status: 409,
    zh: '操作未执行：证书{number}已被换发或撤销。请先查询该编号现行的证书。',
    en: 'Nothing was changed: this sheet of certificate {number} is already replaced or revoked. Look up the sheet that stands.',
  },
  'sheet-number-missing': {
    status: 422,
    zh: '未补发证书{number}：没有填写新的印刷号。请填写所用证书芯的印刷号。',
    en: 'Certificate {number} was not re-issued: the new sheet number is missing. Enter the number of the sheet used.',
  },
  'sheet-number-used': {
    status: 409,
    zh: '未补发证书：印刷号{sheet}已经用过。请核对新证书芯的印刷号。',
    en: 'The certificate was not re-issued: sheet {sheet} is already in use. Check the number of the new sheet.',
  },
  'public-notice-missing': {
    status: 422,
    zh: '未补发证书{number}：遗失补发须先登报声明。请填写声明刊登的媒体和日期。',
    en: 'Certificate {number} was not re-issued: a loss must be announced first. Enter where and when the notice appeared.',
  },
  'revocation-reason-missing': {
    status: 422,
    zh: '未撤销证书{number}：没有填写撤销理由。请写明事实和依据。',
    en: 'Certificate {number} was not revoked: no reason is given. State the facts and the grounds.',
  },
  'look-up-incomplete': {
    status: 400,
    zh: '不能查询：证书编号和姓名均须填写。请补全后再查。',
    en: 'The look-up needs both the certificate number and the name. Fill in both and try again.',
  },
  'certificate-not-found': {
    status: 404,
    zh: '没有查到与该编号和姓名相符的证书。请对照证书核对后再查；仍有疑问的，请联系发证机构。',
    en: 'No certificate matches this number and name. Compare with the certificate and try again; if in doubt, ask the issuing body.',
  },
  'verification-code-malformed': {
    status: 400,
    zh: '无法识别验证码：内容不完整或不是本平台的证书验证码。请重新扫描，或改用编号和姓名查询。',
    en: 'The code cannot be read: it is incomplete or not from here. Scan it again, or look up by number and name.',
  },
} as const satisfies RefusalCatalogue
