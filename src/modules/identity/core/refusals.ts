import type { RefusalCatalogue } from '../../../kernel/refusal-catalogue.ts'

export const identityRefusals = {
  'wrong-sign-in': {
    status: 401,
    zh: '账号或密码不正确。连续输错5次将锁定15分钟。',
    en: 'Name or password is wrong. Five wrong tries lock the account for 15 minutes.',
  },
  'account-locked': {
    status: 423,
    zh: '账号已锁定，请{minutes}分钟后再试，或联系管理员。',
    en: 'The account is locked; try again in {minutes} minutes.',
  },
  'wrong-code': {
    status: 401,
    zh: '动态验证码不正确，请查看验证器上的最新6位数字。',
    en: 'The code is wrong; read the newest six digits from the authenticator.',
  },
  'no-code-awaited': {
    status: 409,
    zh: '当前登录不需要动态验证码，请重新登录。',
    en: 'This sign-in does not wait for a code; sign in again.',
  },
  'persona-unknown': { status: 404, zh: '没有这个体验身份。', en: 'No such persona.' },
  'persona-taken': { status: 409, zh: '这个体验身份名称已被使用。', en: 'This persona exists already.' },
  'personas-closed': { status: 404, zh: '体验身份只在示范环境开放。', en: 'Personas are open in the seed country only.' },
  'id-number-taken': {
    status: 409,
    zh: '该证件号码已注册，请直接登录；如非本人注册，请联系当地鉴定中心。',
    en: 'This ID number is registered already; sign in, or ask the centre if it was not you.',
  },
  'sign-in-name-taken': { status: 409, zh: '该账号名已被使用，请换一个。', en: 'This sign-in name is taken.' },
  'person-unknown': { status: 404, zh: '没有找到这个人，或不在您的权限范围内。', en: 'No such person, or not within your scope.' },
  'candidate-cannot-be-staff': { status: 409, zh: '考生账号不能同时担任考务岗位。', en: 'A candidate’s account cannot hold staff duties.' },
  'clock-not-settable': { status: 409, zh: '正式环境的时钟不可调整。', en: 'The clock of a real installation cannot be set.' },
} as const satisfies RefusalCatalogue
