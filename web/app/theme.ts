import {
  ActionIcon,
  Button,
  Checkbox,
  createTheme,
  type CSSVariablesResolver,
  Menu,
  Modal,
  MultiSelect,
  NativeSelect,
  NumberInput,
  PasswordInput,
  SegmentedControl,
  Select,
  Switch,
  Tabs,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core'

const compact = { defaultProps: { size: 'xs' } }
const dropdown = { size: 'xs', comboboxProps: { shadow: 'md', transitionProps: { duration: 0 } } }

/** One accent (petrol), dense controls, quiet lines; colours dark enough for WCAG AA on white and on the light tints. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: 8,
  autoContrast: true,
  luminanceThreshold: 0.34,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: "'Golos Text Variable', 'Golos Text', 'Segoe UI', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Consolas, monospace",
  fontSizes: { xs: '13px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.4', xl: '1.3' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  spacing: { xs: '6px', sm: '10px', md: '14px', lg: '20px', xl: '28px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '18px', lineHeight: '1.3' },
      h2: { fontSize: '15px', lineHeight: '1.35' },
      h3: { fontSize: '13px', lineHeight: '1.4' },
    },
  },
  colors: {
    petrol: [
      '#edf6f8', '#dcebef', '#b9d6dd', '#8fbcc7', '#64a0ae',
      '#3f8495', '#236c7e', '#155a6b', '#0d4a58', '#083641',
    ],
    red: [
      '#fdf0ee', '#fbe1de', '#f4bdb7', '#ea938a', '#de6b60',
      '#cf4a3e', '#c0372c', '#b3261e', '#a31f18', '#7d1510',
    ],
    amber: [
      '#fdf6e6', '#faebc8', '#f3d692', '#e8bb57', '#d79f2b',
      '#b98014', '#9a680b', '#855806', '#744c03', '#553700',
    ],
    green: [
      '#edf7f0', '#dcefe2', '#b5dcc2', '#87c59c', '#5aac77',
      '#378f58', '#227644', '#176338', '#10542e', '#093d20',
    ],
    gray: [
      '#f6f8f9', '#eef1f3', '#e2e7ea', '#d2d8dd', '#b6bec6',
      '#8a949d', '#69737d', '#525b65', '#3a424a', '#1c2228',
    ],
  },
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 30, variant: 'subtle', color: 'gray' } }),
    Button: Button.extend({ defaultProps: { size: 'xs' }, styles: { label: { fontWeight: 550 } } }),
    Checkbox: Checkbox.extend(compact),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, transitionProps: { duration: 0 }, overlayProps: { opacity: 0.4 } },
    }),
    MultiSelect: MultiSelect.extend({ defaultProps: dropdown }),
    NativeSelect: NativeSelect.extend(compact),
    NumberInput: NumberInput.extend(compact),
    PasswordInput: PasswordInput.extend(compact),
    SegmentedControl: SegmentedControl.extend(compact),
    Select: Select.extend({ defaultProps: { ...dropdown, allowDeselect: true } }),
    Switch: Switch.extend(compact),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'xs', autosize: true, minRows: 3 } }),
    TextInput: TextInput.extend(compact),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: true, fz: 12, multiline: true, maw: 320 } }),
  },
})

/** Contrast of text, placeholders, errors and field edges. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-dimmed': '#5a636e',
    '--mantine-color-placeholder': '#5f6873',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-text': '#1c2228',
    '--mantine-color-anchor': '#0f5b6d',
    '--mantine-color-default-border': '#8d97a0',
    '--line': '#e0e5e8',
    '--line-strong': '#cbd3d8',
    '--ground': '#f4f6f7',
    '--tint': '#f8fafa',
    '--accent': '#0d4a58',
    '--accent-tint': '#e6f1f4',
    '--ink': '#1c2228',
    '--ink-soft': '#414a53',
    '--ink-quiet': '#5a636e',
  },
  light: {
    '--mantine-color-petrol-light-color': '#0a414d',
    '--mantine-color-red-light-color': '#8f1b14',
    '--mantine-color-amber-light-color': '#684300',
    '--mantine-color-green-light-color': '#0d4b29',
    '--mantine-color-gray-light-color': '#3a424a',
    '--mantine-color-gray-text': '#414a53',
  },
  dark: {},
})
