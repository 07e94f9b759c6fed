/** The text of a short charter to begin with: it passes the check as it stands. */
export function newCharterText(): string {
  return text
}

const text = `# yaml-language-server: $schema=../charter.schema.json
# Устав центра. Чего здесь нет, берётся из charters/shared/defaults.yaml и показывается как «по умолчанию».
# Проверка: otklik charter check ПАПКА. Применение: otklik charter apply ПАПКА.
# У любой записи может стоять basis: пункт положения, из которого она взята.
format: 1

centre:
  kind: municipal # municipal — МЦУ, regional — ЦУР
  name: Муниципальный центр управления
  shortName: МЦУ
  timeZone: Europe/Moscow # как в базе tz
  municipality: Название муниципального образования
  region: Название субъекта
  # parent: { name: Центр управления регионом }
  # foundingAct: { title: Положение о МЦУ, body: Администрация, number: '1', date: '2026-01-31' }

# Роли — должности, не люди. Список прав закрыт: редактор подскажет его по схеме.
roles:
  - code: head
    name: Руководитель центра
    permissions:
      - case.read
      - case.assign
      - case.approve
      - case.close
      - case.reopen
      - case.postpone
      - case.forward
      - resident.reveal
      - charter.read
      - charter.apply
      - people.manage
      - journal.read
      - read-log.read
      - list.export
  - code: specialist
    name: Специалист центра
    permissions:
      - case.read
      - case.register
      - case.qualify
      - case.set-topic
      - case.assign
      - case.take
      - case.draft
      - case.deliver
      - case.join
      - case.note
      - resident.reveal
      - import.run
      - charter.read

# Отраслевые блоки отвечают за группы тем каталога; коды групп — в кавычках.
sectorBlocks:
  - { code: roads, name: Дороги и транспорт, topicGroups: ['04', '05'] }

organisations:
  - { code: administration, name: Администрация, kind: administration }

settlements:
  - { code: centre, name: Административный центр }

# Кому уходит дело: тема, место, канал → организация, блок. Правило без условий — для всего остального.
routing:
  - { code: roads, when: { topicGroups: ['04', '05'] }, organisation: administration, sectorBlock: roads }
  - { code: rest, when: {}, organisation: administration }

# Сроки: назовите только то, что у вас иначе; величина пишется вместе с единицей.
# norms:
#   incident.answer: { amount: 8, unit: working-hours, basis: Положение, п. 4.2 }
`
