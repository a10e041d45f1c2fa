import { Button, type ButtonProps } from '@fluentui/react-components';
import type { ButtonHTMLAttributes } from 'react';

type Native = Pick<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'type' | 'className' | 'onClick' | 'aria-expanded' | 'aria-controls'
>;

interface IconButtonProps extends Native, Pick<ButtonProps, 'icon' | 'appearance' | 'size'> {
  /** Said to screen readers, and shown where a pointer rests. */
  label: string;
}

/** A button that shows a picture alone. */
export const IconButton = ({ label, ...rest }: IconButtonProps) => (
  <Button appearance="subtle" aria-label={label} title={label} {...rest} />
);
