import type { RefusalCatalogue } from '../../../kernel/refusal-catalogue.ts'

/** Every expected "no" of the standard, with its cause and the next step. */
export const standardRefusals = {
  'edition-unknown': {
    status: 404,
    zh: '没有编号为“{edition}”的标准版本。请从标准版本目录中选择。',
    en: 'There is no edition “{edition}”. Choose one from the list of editions.',
  },
  'edition-not-allowed': {
    status: 422,
    zh: '“{scheme}”不采用标准版本“{edition}”。请改选可采用的版本：{allowed}。',
    en: 'The scheme “{schemeEn}” does not use the edition “{edition}”. Choose one of: {allowed}.',
  },
  'level-unknown': {
    status: 404,
    zh: '标准版本“{edition}”没有等级“{level}”。请从该版本的等级中选择：{levels}。',
    en: 'The edition “{edition}” has no level “{level}”. Choose one of its levels: {levels}.',
  },
  'scheme-unknown': {
    status: 404,
    zh: '没有编号为“{scheme}”的评价制度。请核对后重试。',
    en: 'There is no scheme “{scheme}”. Check the name and try again.',
  },
  'scheme-not-in-force': {
    status: 422,
    zh: '“{scheme}”在{year}年不实施（实施期间：{from}至{until}）。请选择期间内的年份或其他评价制度。',
    en: 'The scheme “{schemeEn}” is not in force in {year} (in force: {from} to {until}). Choose a year within, or another scheme.',
  },
  'scheme-recorded-only': {
    status: 422,
    zh: '“{scheme}”由其他机构组织，本平台只登记其证书与国家职业等级的对照，不开考。请改选本平台开考的评价制度。',
    en: 'The scheme “{schemeEn}” is run by another body; only its equivalence is kept here. Choose a scheme that is examined here.',
  },
  'year-not-planned': {
    status: 422,
    zh: '“{scheme}”尚未公布{year}年的开考等级。请等待年度考试计划公布。',
    en: 'The scheme “{schemeEn}” has not published its open levels for {year}. Wait for the plan of the year.',
  },
  'level-closed': {
    status: 422,
    zh: '“{scheme}”{year}年不开考等级“{level}”。当年开考：{open}。请改报已开考的等级或等待以后年度。',
    en: 'The scheme “{schemeEn}” does not open the level {level} in {year}. Open: {open}. Choose an open level or wait for another year.',
  },
  'number-format-unknown': {
    status: 422,
    zh: '“{scheme}”在{date}的证书编号格式没有资料，不能编号。请按证书原件登记编号。',
    en: 'The certificate number format of “{schemeEn}” on {date} is not known, so no number can be made. Record the number as printed.',
  },
  'weights-not-stated': {
    status: 422,
    zh: '标准版本“{edition}”没有等级“{level}”的“{partZh}”比重表。请换用已有比重表的等级、工种或科目。',
    en: 'The edition “{edition}” has no {part} weight table for the level {level}. Choose a level, work type or paper that has one.',
  },
  'work-type-needed': {
    status: 422,
    zh: '标准版本“{edition}”的等级“{level}”分工种。请先选择工种：{workTypes}。',
    en: 'The level {level} of the edition “{edition}” is divided by work type. Choose one: {workTypes}.',
  },
  'work-type-unknown': {
    status: 422,
    zh: '标准版本“{edition}”的等级“{level}”没有工种“{workType}”。请从该等级的工种中选择：{workTypes}。',
    en: 'The level {level} of the edition “{edition}” has no work type “{workType}”. Choose one of: {workTypes}.',
  },
  'hours-not-stated': {
    status: 422,
    zh: '标准版本“{edition}”没有规定等级“{level}”的标准学时。请由国家中心补充后再开班。',
    en: 'The edition “{edition}” states no training hours for the level {level}. The national centre must add them before a class opens.',
  },
  'exam-times-not-stated': {
    status: 422,
    zh: '标准版本“{edition}”没有规定等级“{level}”的考试时间。请由国家中心补充后再安排考试。',
    en: 'The edition “{edition}” states no exam times for the level {level}. The national centre must add them before an exam is planned.',
  },
  'pass-rule-not-stated': {
    status: 422,
    zh: '标准版本“{edition}”没有规定合格标准。请由国家中心补充后再作合格判定。',
    en: 'The edition “{edition}” states no pass rule. The national centre must add it before results are decided.',
  },
  'calendar-not-stated': {
    status: 422,
    zh: '标准版本“{edition}”没有规定考试日期。请按评价制度的年度计划安排。',
    en: 'The edition “{edition}” states no exam calendar. Follow the yearly plan of the scheme.',
  },
  'deadlines-not-stated': {
    status: 422,
    zh: '标准版本“{edition}”没有规定报名截止期限。请按评价制度的规定办理。',
    en: 'The edition “{edition}” states no registration deadlines. Follow the rules of the scheme.',
  },
  'ratios-not-stated': {
    status: 422,
    zh: '标准版本“{edition}”没有规定监考人员、考评人员与考生的配比。请由国家中心补充。',
    en: 'The edition “{edition}” states no ratios of invigilators and assessors to candidates. The national centre must add them.',
  },
} as const satisfies RefusalCatalogue

export type StandardRefusalCode = keyof typeof standardRefusals
