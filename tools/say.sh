# shellcheck shell=sh
# Messages of the setup scripts: Chinese first, English below, on standard error.

# give_up ZH EN: say why and stop.
give_up() {
    printf '\n错误：%s\nError: %s\n\n' "$1" "$2" >&2
    exit 1
}
