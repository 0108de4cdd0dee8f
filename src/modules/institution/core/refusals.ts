import type { RefusalCatalogue } from '../../../kernel/refusal-catalogue.ts'

/** Refusals of this module: what was refused, why, and what to do next. `wrong-state` is told by the general catalogue. */
export const institutionRefusals = {
  'institution-code-part': {
    status: 422,
    zh: '未能编制机构代码：{part}“{value}”不符合编码规则。请核对后重新编码。',
    en: 'The institution code was not formed: the {partEn} “{value}” does not fit. Check it and try again.',
  },
  'institution-code-malformed': {
    status: 400,
    zh: '机构代码“{code}”格式不正确，应为8位数字，第5位为0至4。请核对后重新输入。',
    en: 'The institution code “{code}” is not well formed; it has 8 digits, the fifth from 0 to 4. Check it and type it again.',
  },
  'industry-station-in-city': {
    status: 422,
    zh: '机构代码有误：行业鉴定站的地市代码应为00，不能是{city}。请改正地市代码或机构类别。',
    en: 'The institution code is wrong: an industry station has city 00, not {city}. Correct the city or the kind.',
  },
  'institution-exists': {
    status: 409,
    zh: '机构代码{code}已经登记。请核对代码；如需改名，请修改原有登记。',
    en: 'The institution code {code} is entered already. Check the code, or change the existing entry.',
  },
  'institution-unknown': {
    status: 404,
    zh: '没有代码为{code}的机构，或该机构不在您的管辖范围内。请核对代码。',
    en: 'There is no institution {code}, or it is not within your reach. Check the code.',
  },
  'institution-name-missing': {
    status: 422,
    zh: '未登记机构{code}：没有填写名称。请填写机构全称。',
    en: 'The institution {code} was not entered: it has no name. Enter its full name.',
  },
  'room-number-taken': {
    status: 409,
    zh: '未保存考场：该机构已有第{number}考场。请另编考场号。',
    en: 'The room was not saved: the institution already has a room {number}. Choose another number.',
  },
  'appointment-upside-down': {
    status: 422,
    zh: '未保存聘任：截止日{until}早于起始日{from}。请改正日期。',
    en: 'The appointment was not saved: it would end on {until}, before it begins on {from}. Correct the dates.',
  },
  'authorisation-missing': {
    status: 422,
    zh: '不能办理：本机构没有{scope}授权。请先申请授权。',
    en: 'Not possible: the institution holds no authorisation for {scopeEn}. Apply for one first.',
  },
  'authorisation-withdrawn': {
    status: 422,
    zh: '不能办理：授权已被撤销（{reason}）。请向省级鉴定中心了解情况。',
    en: 'Not possible: the authorisation is withdrawn ({reason}). Ask the provincial centre.',
  },
  'authorisation-suspended': {
    status: 422,
    zh: '不能办理：授权已被暂停（{reason}）。请整改后申请恢复。',
    en: 'Not possible: the authorisation is suspended ({reason}). Put it right and ask to resume.',
  },
  'authorisation-not-begun': {
    status: 422,
    zh: '不能办理：授权自{from}起生效，{day}尚未生效。请选择生效后的日期。',
    en: 'Not possible: the authorisation begins on {from}, after {day}. Choose a later day.',
  },
  'authorisation-expired': {
    status: 422,
    zh: '不能办理：授权已于{until}到期，不包括{day}。请先办理续期。',
    en: 'Not possible: the authorisation ended on {until}, before {day}. Have it renewed first.',
  },
  'scope-not-authorised': {
    status: 422,
    zh: '不能办理：授权范围不包括{scope}。请先申请扩大授权范围。',
    en: 'Not possible: the authorisation does not cover {scopeEn}. Apply for a wider scope first.',
  },
  'level-not-in-scope': {
    status: 422,
    zh: '不能办理：授权范围不包括{level}等级（已授权：{levels}）。请先申请增加等级。',
    en: 'Not possible: level {level} is not in the scope (authorised: {levels}). Apply for the level first.',
  },
  'authorisation-reason-missing': {
    status: 422,
    zh: '操作未执行：没有填写暂停或撤销的理由。请写明事实和依据。',
    en: 'Nothing was changed: no reason is given for suspending or withdrawing. State the facts and the grounds.',
  },
  'authorisation-empty': {
    status: 422,
    zh: '未能授权：没有选择授权范围或等级。请至少各选一项。',
    en: 'The authorisation was not granted: no scope or no level is chosen. Choose at least one of each.',
  },
  'authorisation-upside-down': {
    status: 422,
    zh: '未能授权：截止日{until}早于起始日{from}。请改正日期。',
    en: 'The authorisation was not granted: it would end on {until}, before it begins on {from}. Correct the dates.',
  },
  'room-grid-invalid': {
    status: 422,
    zh: '未保存考场：行数{rows}、列数{columns}须为正整数。请改正。',
    en: 'The room was not saved: {rows} rows and {columns} columns must be whole and positive. Correct them.',
  },
  'room-number-invalid': {
    status: 422,
    zh: '未保存考场：考场号{number}须在1至{most}之间。请改正考场号。',
    en: 'The room was not saved: its number {number} must lie between 1 and {most}. Correct it.',
  },
  'room-gap-outside': {
    status: 422,
    zh: '未保存考场：空位（第{row}行第{column}列）不在考场范围内。请改正空位。',
    en: 'The room was not saved: the gap at row {row}, column {column} lies outside the grid. Correct it.',
  },
  'room-too-large': {
    status: 422,
    zh: '未保存考场：{seats}个座位超过每场{most}个的上限。请分设两个考场。',
    en: 'The room was not saved: {seats} seats are more than the {most} a room may have. Make two rooms of it.',
  },
  'room-without-seats': {
    status: 422,
    zh: '未保存考场：扣除备用机{spare}台后没有可用座位。请减少备用机或空位。',
    en: 'The room was not saved: with {spare} spare machines no seat is left. Keep fewer spare or fewer gaps.',
  },
  'room-not-for-paper': {
    status: 422,
    zh: '不能使用{room}：该考场未认定可用于{paper}考试。请另选考场。',
    en: 'The room {room} cannot be used: it is not certified for the {paperEn} paper. Choose another room.',
  },
  'room-certification-expired': {
    status: 422,
    zh: '不能使用{room}：考场认定在{day}已失效或尚未认定。请先办理认定，或另选考场。',
    en: 'The room {room} cannot be used: it is not certified on {day}. Have it certified, or choose another.',
  },
} as const satisfies RefusalCatalogue
