"""The bench room: labelled provisions and candidates in, figures of accuracy out."""
