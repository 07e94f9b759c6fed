import { ActionIcon, Button, Checkbox, Group, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconBookmark, IconLayoutGrid, IconPlus, IconX } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Cut, removeCutRoute, saveCutRoute } from '../../../src/insight/contract-tables.ts'
import { call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { parseAddress, writeAddress } from '../../app/search-state.ts'
import { ActionHeading, ActionItem, ActionPopover } from '../../ui/action-popover.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useWords } from '../../ui/words.ts'
import { cutsQuery } from './cross-queries.ts'
import { type CrossSearch, crossSearch } from './cross-search.ts'
import { crossWords } from './cross-words.ts'
import styles from './cross-table.module.css'
import { type ReadyCut, readyCuts, searchOfCut } from './ready-cuts.ts'

type Props = { search: CrossSearch; onOpen: (search: CrossSearch) => void }

/** Ready tables and kept ones: one's own and those of the centre. */
export function CutsMenu(props: Props) {
  const t = useWords(crossWords)
  const [naming, dialog] = useDisclosure(false)
  return (
    <span className={styles.cuts}>
      <ActionPopover
        label={t('ready')}
        target={(open) => (
          <Button
            variant="default"
            leftSection={<IconLayoutGrid size={15} stroke={1.7} aria-hidden />}
            onClick={open}
          >
            {t('ready')}
          </Button>
        )}
      >
        {(Object.keys(readyCuts) as ReadyCut[]).map((key) => (
          <ActionItem key={key} onClick={() => props.onOpen(searchOfCut(props.search, key))}>
            {t(`cut.${key}`)}
          </ActionItem>
        ))}
      </ActionPopover>
      <KeptCuts {...props} onName={dialog.open} />
      {naming ? <SaveDialog search={props.search} onClose={dialog.close} /> : null}
    </span>
  )
}

function KeptCuts(props: Props & { onName: () => void }) {
  const t = useWords(crossWords)
  const centre = useCentre()
  const queries = useQueryClient()
  const { data: cuts = [] } = useQuery(cutsQuery(centre.slug))
  const remove = useMutation({
    mutationFn: ({ id }: Cut) => call(removeCutRoute, { params: { ...centre.params, id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: cutsQuery(centre.slug).queryKey }),
  })
  const group = (title: string, of: readonly Cut[], mayRemove: boolean) =>
    of.length === 0 ? null : (
      <>
        <ActionHeading>{title}</ActionHeading>
        {of.map((cut) => (
          <Group key={cut.id} gap={2} wrap="nowrap" grow preventGrowOverflow={false}>
            <ActionItem onClick={() => props.onOpen(crossSearch.parse(parseAddress(cut.query)))}>
              {cut.name}
            </ActionItem>
            {mayRemove ? (
              <ActionIcon
                size={26}
                style={{ flex: 'none' }}
                aria-label={t('remove', { name: cut.name })}
                onClick={() => remove.mutate(cut)}
              >
                <IconX size={14} stroke={1.8} aria-hidden />
              </ActionIcon>
            ) : null}
          </Group>
        ))}
      </>
    )
  return (
    <ActionPopover
      label={t('kept')}
      target={(open) => (
        <Button
          variant="default"
          leftSection={<IconBookmark size={15} stroke={1.7} aria-hidden />}
          onClick={open}
        >
          {t('kept')}
        </Button>
      )}
    >
      {cuts.length === 0 ? <ActionHeading>{t('noCuts')}</ActionHeading> : null}
      {group(
        t('own'),
        cuts.filter(({ isShared }) => !isShared),
        true,
      )}
      {group(
        t('shared'),
        cuts.filter(({ isShared }) => isShared),
        centre.may('report.prepare'),
      )}
      <ActionItem icon={IconPlus} onClick={props.onName}>
        {t('save')}
      </ActionItem>
    </ActionPopover>
  )
}

function SaveDialog(props: { search: CrossSearch; onClose: () => void }) {
  const t = useWords(crossWords)
  const centre = useCentre()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const save = useMutation({
    mutationFn: () =>
      call(saveCutRoute, {
        params: centre.params,
        body: { name, query: writeAddress(props.search).slice(1), shared },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: cutsQuery(centre.slug).queryKey })
      notifications.show({ message: t('saved'), color: 'green' })
      props.onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('save')}
      confirm={t('save')}
      pending={save.isPending}
      disabled={name.trim() === ''}
      error={save.error}
      onConfirm={() => save.mutate()}
      onClose={props.onClose}
    >
      <TextInput
        label={t('name')}
        placeholder={t('nameHint')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      {centre.may('report.prepare') ? (
        <Checkbox
          label={t('forAll')}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
      ) : null}
    </ConfirmDialog>
  )
}
