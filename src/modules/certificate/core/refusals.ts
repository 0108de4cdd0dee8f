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
  'issue-institution-malformed': {
    status: 422,
    zh: '未签发证书：机构代码“{institution}”不是8位数字。请核对鉴定机构。',
    en: 'No certificate was issued: the institution code “{institution}” is not eight digits. Check the assessment institution.',
  },
  'issue-level-unknown': {
    status: 422,
    zh: '未签发证书：标准版本{edition}中没有可以编号的等级{level}。请核对等级。',
    en: 'No certificate was issued: the edition {edition} has no level {level} that can be numbered. Check the level.',
  },
  'number-format-not-kept': {
    status: 422,
    zh: '未签发证书：{scheme}在{day}不使用16位编号。请核对证书制度和发证日期。',
    en: 'No certificate was issued: {scheme} does not use 16-digit numbers on {day}. Check the scheme and the day of issue.',
  },
  'certificate-unknown': {
    status: 404,
    zh: '登记簿中没有这份证书，或不在您的权限范围内。请核对编号。',
    en: 'The register holds no such certificate, or it is not for you. Check the number.',
  },
  'revocation-open': {
    status: 409,
    zh: '未提出撤销：证书{number}已有一份撤销申请待审批。请先处理该申请。',
    en: 'Nothing was proposed: a revocation of {number} already waits for a decision. Decide that one first.',
  },
  'revocation-unknown': {
    status: 404,
    zh: '没有找到这份撤销申请。请刷新后重试。',
    en: 'There is no such proposal to revoke. Reload and try again.',
  },
  'revocation-same-person': {
    status: 403,
    zh: '未撤销证书{number}：撤销须由两人办理，提出人不能审批。请另一位有权限的人员处理。',
    en: 'Certificate {number} was not revoked: two people revoke, and whoever proposed cannot decide. Ask another officer.',
  },
  'look-up-exhausted': {
    status: 429,
    zh: '查询次数已用完：为防止猜测编号，查询次数有限。请在{until}之后再查。',
    en: 'No more look-ups for now: they are limited, so that numbers cannot be guessed. Try again after {until}.',
  },
  'code-not-genuine': {
    status: 422,
    zh: '验证未通过：签名与登记内容不符，这份证书不可信。请向发证机构核实。',
    en: 'Not genuine: the signature does not match the register. Ask the issuing body.',
  },
} as const satisfies RefusalCatalogue
