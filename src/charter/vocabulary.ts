import * as z from 'zod'

export const regime = z.enum(['message', 'appeal', 'information_request', 'media_request'])
export const nature = z.enum(['solvable', 'consultation', 'gratitude', 'opinion', 'spam'])
export const outcome = z.enum(['solved', 'explained', 'refused', 'forwarded', 'unconfirmed'])
/** Where a submission came to us from. */
export const channel = z.enum([
  'pos',
  'incident',
  'vk',
  'ok',
  'telegram',
  'max',
  'instagram',
  'reception',
  'email',
  'call112',
  'phone',
  'paper',
  'personal',
  'open311',
])
/** What an organisation is to the municipality. */
export const organisationKind = z.enum([
  'administration',
  'unit',
  'institution',
  'settlement',
  'contractor',
  'outside',
])
/** Subtypes of an appeal, 59-ФЗ ст. 4. */
export const appealSubtype = z.enum(['proposal', 'statement', 'complaint'])

export type Regime = z.infer<typeof regime>
export type Nature = z.infer<typeof nature>
export type Outcome = z.infer<typeof outcome>
export type Channel = z.infer<typeof channel>
export type OrganisationKind = z.infer<typeof organisationKind>
export type AppealSubtype = z.infer<typeof appealSubtype>

export const regimeNames: Record<Regime, string> = {
  message: 'сообщение',
  appeal: 'обращение (59-ФЗ)',
  information_request: 'запрос информации (8-ФЗ)',
  media_request: 'запрос СМИ',
}
export const natureNames: Record<Nature, string> = {
  solvable: 'решаемый',
  consultation: 'консультация',
  gratitude: 'благодарность',
  opinion: 'мнение',
  spam: 'спам',
}
export const outcomeNames: Record<Outcome, string> = {
  solved: 'решено',
  explained: 'разъяснено',
  refused: 'отказано',
  forwarded: 'перенаправлено',
  unconfirmed: 'не подтвердилось',
}
export const channelNames: Record<Channel, string> = {
  pos: 'ПОС',
  incident: '«Инцидент Менеджмент»',
  vk: 'ВКонтакте',
  ok: 'Одноклассники',
  telegram: 'Telegram',
  max: 'MAX',
  instagram: 'Instagram',
  reception: 'виртуальная приёмная',
  email: 'электронная почта',
  call112: 'ЕДДС (112)',
  phone: 'телефон',
  paper: 'письмо',
  personal: 'личный приём',
  open311: 'Open311',
}

export const subtypeNames: Record<AppealSubtype, string> = {
  proposal: 'предложение',
  statement: 'заявление',
  complaint: 'жалоба',
}
export const organisationKindNames: Record<OrganisationKind, string> = {
  administration: 'администрация',
  unit: 'подразделение',
  institution: 'учреждение',
  settlement: 'поселение',
  contractor: 'подрядчик',
  outside: 'внешняя организация',
}
